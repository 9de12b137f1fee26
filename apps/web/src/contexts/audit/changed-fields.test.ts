import { expect, test } from 'vitest';

import { changedFields } from './changed-fields.ts';

test('only what an act changed is told', () => {
  const before = { name: '一车间', kind: 'workshop', flags: [] };
  expect(changedFields({ before, after: { name: '缝制一车间', kind: 'workshop', flags: ['hasGas', 'hasDorm'] } })).toEqual([
    { field: 'name', before: '一车间', after: '缝制一车间' },
    { field: 'flags', before: null, after: 'hasGas、hasDorm' },
  ]);
});

test('what was made has no before, what was taken away no after', () => {
  expect(changedFields({ before: null, after: { login: 'A1' } })).toEqual([{ field: 'login', before: null, after: 'A1' }]);
  expect(changedFields({ before: { login: 'A1' }, after: null })).toEqual([{ field: 'login', before: 'A1', after: null }]);
});

test('a corrected time is told as the clock showed it, once and now', () => {
  const [before, after] = [{ occurredAt: '2026-01-19T18:00:00.000Z' }, { occurredAt: '2026-01-19T18:25:00.000Z' }];
  expect(changedFields({ before, after })).toEqual([{ field: 'occurredAt', before: '2026-01-20 02:00', after: '2026-01-20 02:25' }]);
});
