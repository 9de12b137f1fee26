import { expect, it } from 'vitest';

import { gridOf } from './header.ts';

it('finds the cell of a column in a row with gaps, and none where nothing stands', () => {
  const cells = [1, 2, 5, 9].map((column) => ({ column, text: `第${column}列`, kind: 'text' as const }));
  const grid = gridOf({ name: '台账', hidden: false, merges: [], rows: [{ number: 3, cells }] });

  const found = Array.from({ length: 11 }, (_, at) => grid.cell(3, at)?.column ?? null);

  expect(found).toEqual([null, 1, 2, null, null, 5, null, null, null, 9, null]);
  expect(grid.cell(4, 1)).toBeNull();
});
