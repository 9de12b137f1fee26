import { describe, expect, it } from 'vitest';

import { previewOf } from './preview.ts';
import type { CellKind, Sheet } from './sheet.ts';

function sheetOf(texts: readonly string[], kind: CellKind = 'text'): Sheet {
  return {
    name: '一',
    hidden: false,
    merges: [],
    rows: texts.map((text, at) => ({ number: at + 1, cells: [{ column: 2, text, kind }] })),
  };
}

const textsOf = (sheet: Sheet) => previewOf(sheet).flatMap(({ cells }) => cells.map(({ text }) => text));

describe('what is shown of a sheet', () => {
  it('masks every number that could be a person’s own, however it is written', () => {
    expect(textsOf(sheetOf(['11010519491231002X', '138 0000-0001', '１３８００００００１２', '电话13800000002转8']))).toEqual([
      '****************2X',
      '*** ****-**01',
      '*********12',
      '电话*********02转8',
    ]);
  });

  it('leaves days, short numbers and words as they are', () => {
    expect(textsOf(sheetOf(['2026-03-05', '2026年3月5日', 'A00123', '缝一车间']))).toEqual([
      '2026-03-05',
      '2026年3月5日',
      'A00123',
      '缝一车间',
    ]);
  });

  it('shows the first rows only, under the letters of their columns', () => {
    const rows = previewOf(sheetOf(Array.from({ length: 30 }, (_, n) => `第 ${n} 行`)));
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual({ row: 1, cells: [{ column: 'B', text: '第 0 行' }] });
  });
});
