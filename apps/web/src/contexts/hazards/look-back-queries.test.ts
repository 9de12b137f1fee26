import { expect, test } from 'vitest';

import { monthsUpTo } from './look-back-queries.ts';

test('the months before January belong to the year before', () => {
  expect(monthsUpTo('2026-02-03', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
});
