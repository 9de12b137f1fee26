import { expect, test } from 'vitest';

import { searchedFor } from './searched-for.ts';

test.each([
  ['', ''],
  ['  疏散 通道 ', '疏散 通道'],
  ['条'.repeat(40), '条'.repeat(40)],
  ['条'.repeat(41), '条'.repeat(40)],
  [`${'条'.repeat(39)} 款`, '条'.repeat(39)],
])('of “%s” no blanks around it are searched for, and no more than the search takes', (typed, wanted) => {
  expect(searchedFor(typed)).toBe(wanted);
});
