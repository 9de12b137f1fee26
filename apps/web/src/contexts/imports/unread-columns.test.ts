import { expect, test } from 'vitest';

import { unreadOf } from './unread-columns.ts';

const sheet = {
  sheet: '一',
  status: 'read' as const,
  columns: [
    { column: 'A', label: '姓名', field: 'name', proposed: null },
    { column: 'B', label: '血型', field: null, proposed: null },
    { column: 'C', label: '爱好', field: null, proposed: null },
  ],
};
const leftOut = (at: string, column: string) => ({ columns: [{ sheet: at, column, field: null }] });

test('a column that nobody reads is told of until somebody leaves it out; of a sheet left aside none is', () => {
  const unread = (answers: Parameters<typeof unreadOf>[1], status: (typeof sheet)['status'] | 'skipped' = 'read') =>
    unreadOf({ ...sheet, status }, answers).map(({ column }) => column);

  expect(unread({ columns: [] })).toEqual(['B', 'C']);
  expect(unread(leftOut('一', 'B'))).toEqual(['C']);
  expect(unread(leftOut('二', 'B'))).toEqual(['B', 'C']);
  expect(unread({ columns: [] }, 'skipped')).toEqual([]);
  const further = [{ header: { first: 9, last: 9 }, columns: [{ column: 'B', label: '要点', field: null, proposed: null }] }];
  const all = (answers: Parameters<typeof unreadOf>[1]) => unreadOf({ ...sheet, further }, answers).map(({ label }) => label);
  expect(all(leftOut('一', 'B'))).toEqual(['爱好', '要点']);
  expect(all({ columns: [{ sheet: '一', column: 'B', field: null, header: 9 }] })).toEqual(['血型', '爱好']);
});
