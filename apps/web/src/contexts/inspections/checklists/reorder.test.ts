import { describe, expect, test } from 'vitest';

import { moved, without, withItem } from './reorder.ts';

const items: { code: string; text?: string }[] = [{ code: 'FIRE-01' }, { code: 'FIRE-02' }, { code: 'FIRE-03' }];
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe('the items of a draft', () => {
  test('change places with their neighbour, and stay at the ends', () => {
    expect(codes(moved(items, 1, -1))).toEqual(['FIRE-02', 'FIRE-01', 'FIRE-03']);
    expect(codes(moved(items, 1, 1))).toEqual(['FIRE-01', 'FIRE-03', 'FIRE-02']);
    expect(codes(moved(items, 0, -1))).toEqual(codes(items));
    expect(codes(moved(items, 2, 1))).toEqual(codes(items));
  });

  test('are replaced where they stand, and added at the end', () => {
    expect(withItem(items, { code: 'FIRE-02', text: '新' })[1]).toEqual({ code: 'FIRE-02', text: '新' });
    expect(codes(withItem(items, { code: 'FIRE-04' }))).toEqual(['FIRE-01', 'FIRE-02', 'FIRE-03', 'FIRE-04']);
  });

  test('are taken out by their code', () => {
    expect(codes(without(items, 'FIRE-02'))).toEqual(['FIRE-01', 'FIRE-03']);
  });
});
