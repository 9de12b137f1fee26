import { describe, expect, it } from 'vitest';

import { rangeAsked } from './byte-range.ts';

const file = { bytes: 1000, etag: '"a"' };
const asked = (range?: string, ifRange?: string) => rangeAsked({ range, ifRange }, file);

describe('a part of a file', () => {
  it('goes on where a download broke off', () => {
    expect(asked('bytes=400-')).toEqual({ from: 400, to: 999 });
    expect(asked('bytes=0-99')).toEqual({ from: 0, to: 99 });
    expect(asked('bytes=900-5000')).toEqual({ from: 900, to: 999 });
    expect(asked('bytes=-100')).toEqual({ from: 900, to: 999 });
    expect(asked('bytes=-5000')).toEqual({ from: 0, to: 999 });
  });

  it('is the whole when nothing, several parts or a part of another file is asked', () => {
    for (const range of [undefined, 'bytes=0-1,5-9', 'rows=0-1', 'bytes=-', 'bytes=x']) expect(asked(range)).toEqual({ from: 0, to: 999 });
    expect(asked('bytes=400-', '"b"')).toEqual({ from: 0, to: 999 });
    expect(asked('bytes=400-', '"a"')).toEqual({ from: 400, to: 999 });
  });

  it('is none beyond the end', () => {
    expect([asked('bytes=1000-'), asked('bytes=9-3'), asked('bytes=-0')]).toEqual([null, null, null]);
  });
});
