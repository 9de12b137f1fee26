import { expect, test } from 'vitest';

import { chosenBy, isOverdue, type OpenHazard, openFilters } from './open-filter.ts';

const hazard = (over: Partial<OpenHazard>): OpenHazard => ({
  id: 'h',
  stage: 'assigned',
  level: 'team',
  category: 'exits',
  text: null,
  unit: '缝制一车间',
  place: null,
  dueOn: '2026-01-20',
  photoId: null,
  unitId: 'sewing',
  responsibleId: 'wang',
  ...over,
});
const asking = { person: { id: 'wang', unitId: 'sewing' }, today: '2026-01-20' };

test.each([
  ['2026-01-19', 'assigned', true],
  ['2026-01-20', 'assigned', false],
  ['2026-01-21', 'rectifying', false],
  ['2026-01-19', 'submitted', false],
  [null, 'reported', false],
] as const)('due on %s and %s it is overdue: %s', (dueOn, stage, late) => {
  expect(isOverdue({ dueOn, stage }, asking.today)).toBe(late);
});

test('is counted by who holds it, where it lies, and whether it is late; nobody holds what nobody was given', () => {
  const all = [
    hazard({}),
    hazard({ responsibleId: null, stage: 'reported', dueOn: null }),
    hazard({ unitId: 'warehouse', responsibleId: 'li', dueOn: '2026-01-19' }),
  ];
  expect(openFilters.map((filter) => chosenBy(filter, all, asking).length)).toEqual([3, 1, 2, 1]);
  expect(openFilters.map((filter) => chosenBy(filter, all, { ...asking, person: null }).length)).toEqual([3, 0, 0, 1]);
});
