import { expect, test } from 'vitest';

import type { Grant } from './grants-queries.ts';
import { groupedGrants } from './grouped-grants.ts';

const today = '2026-01-20';
const grantOf = (over: Partial<Grant>): Grant => ({
  id: 'a',
  accountId: 'account',
  name: '王芳',
  staffNo: 'A1',
  login: null,
  role: 'safetyOfficer',
  kind: 'enter',
  unitId: 'mill',
  unit: '东城一厂',
  from: '2026-01-01',
  to: null,
  inForce: true,
  grantedAt: '2026-01-01T00:00:00Z',
  endedAt: null,
  ...over,
});

test('the kinds of one role given together at one unit are one grant', () => {
  const [only, ...others] = groupedGrants([grantOf({}), grantOf({ id: 'b', kind: 'analyse' })], today);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ kinds: ['enter', 'analyse'], state: 'inForce', lastDay: null });
});

test('a kind that was withdrawn alone stands apart, with the day on which it ended', () => {
  const groups = groupedGrants(
    [grantOf({ id: 'b', kind: 'approve', inForce: false, endedAt: '2026-01-10T20:00:00Z' }), grantOf({})],
    today,
  );
  expect(groups.map(({ state, lastDay }) => [state, lastDay])).toEqual([
    ['inForce', null],
    ['withdrawn', '2026-01-11'],
  ]);
});

test('what will hold stands before what did', () => {
  const over = grantOf({ id: 'b', unitId: 'east', to: '2026-01-10', inForce: false });
  const coming = grantOf({ id: 'c', unitId: 'west', from: '2026-02-01', inForce: false });
  expect(groupedGrants([over, coming], today).map(({ state }) => state)).toEqual(['coming', 'over']);
});
