import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { unframe } from './copy-frames.ts';

function frame(kind: string, body: string): Buffer {
  const bytes = Buffer.from(body);
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeUInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}

/** Everything that comes out when the answer arrives in pieces of these lengths, and then whole. */
function received(answer: Buffer, lengths: readonly number[]) {
  const take = unframe();
  const [rows, rest]: [Buffer[], Buffer[]] = [[], []];
  let [at, over, whole] = [0, false, false];
  for (const length of [...lengths, answer.length]) {
    const piece = Buffer.from(answer.subarray(at, at + length));
    at += piece.length;
    if (over) rest.push(piece);
    else {
      const told = take(piece);
      rows.push(Buffer.from(told.rows));
      over = told.rest !== null;
      whole = told.whole;
      if (told.rest !== null) rest.push(told.rest);
    }
  }
  return { rows: Buffer.concat(rows).toString(), rest: Buffer.concat(rest), over, whole };
}

const completed = Buffer.concat([frame('C', 'COPY 3\0'), frame('Z', 'T')]);

describe('the rows of a copy', () => {
  it('come out whole however the answer is cut', () => {
    const row = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 60 }), (rows, lengths) => {
        const answer = Buffer.concat([frame('H', '\0\0\0'), ...rows.map((each) => frame('d', each)), frame('c', ''), completed]);
        expect(received(answer, lengths)).toEqual({ rows: rows.join(''), rest: completed, over: true, whole: true });
      }),
    );
  });

  it('leave out what the server says in between', () => {
    const answer = Buffer.concat([
      frame('H', ''),
      frame('d', '甲\n'),
      frame('N', 'a notice'),
      frame('S', 'a setting'),
      frame('d', '乙\n'),
      frame('c', ''),
    ]);
    expect(received(answer, [7, 3])).toEqual({ rows: '甲\n乙\n', rest: Buffer.alloc(0), over: true, whole: true });
  });

  it('end with an error, which is left to the connection from its first byte', () => {
    const error = frame('E', 'SFATAL\0');
    for (const length of [1, 4, 20])
      expect(received(Buffer.concat([frame('H', ''), frame('d', '甲\n'), error]), [length])).toEqual({
        rows: '甲\n',
        rest: error,
        over: true,
        whole: false,
      });
  });

  it('may be none yet', () => {
    expect(received(frame('H', '\0'), [2])).toEqual({ rows: '', rest: Buffer.alloc(0), over: false, whole: false });
  });
});
