import { describe, expect, it } from 'vitest';

import { monthsLater } from '../kernel/index.ts';
import {
  controlLevelOf,
  controllersOf,
  levelOfFact,
  levelShown,
  liveLevel,
  reviewTellings,
  riskColours,
  riskLevels,
  worstOf,
} from './index.ts';

describe('four colours', () => {
  it('stand for four levels, each controlled one level lower, and by everybody below', () => {
    expect(riskLevels.map((level) => [riskColours[level], controlLevelOf(level), controllersOf(level).length])).toEqual([
      ['red', 'group', 4],
      ['orange', 'unit', 3],
      ['yellow', 'workshop', 2],
      ['blue', 'team', 1],
    ]);
  });

  it('show the worse of what a point is and what it is now', () => {
    const shown = riskLevels.map((inherent) => riskLevels.map((live) => levelShown({ inherent, live })));

    expect(shown).toEqual(riskLevels.map((_, i) => riskLevels.map((__, l) => riskLevels[Math.min(i, l)])));
    expect([levelShown({ inherent: null, live: null }), levelShown({ inherent: null, live: 'low' })]).toEqual([null, 'low']);
    expect(worstOf([])).toBeNull();
  });

  it.each([
    ['hazard', 'major', null, 'major'],
    ['hazard', 'unit', '2026-01-01', 'larger'],
    ['hazard', 'workshop', '2026-01-20', 'general'],
    ['hazard', 'workshop', '2026-01-19', 'larger'],
    ['hazard', 'team', null, 'low'],
    ['hazard', 'team', '2026-01-19', 'general'],
    ['hazard', null, null, 'general'],
    ['failedCheck', null, null, 'general'],
    ['missedCheck', null, '2026-01-19', 'larger'],
  ] as const)('an open %s of level %s due %s makes a point %s', (cause, weight, dueOn, level) => {
    expect(levelOfFact({ cause, weight, dueOn }, '2026-01-20')).toBe(level);
    expect(liveLevel([{ cause, weight, dueOn }], '2026-01-20')).toBe(level);
  });
});

describe('a review', () => {
  it.each([
    ['2026-01-20', 12, '2027-01-20'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('of %s is due %i months later on %s', (on, months, due) => {
    expect(monthsLater(on, months)).toBe(due);
  });

  it('is told of before it is due, on the day, and when it is late; a clock that stood still finds all', () => {
    const rungs = (today: string) => reviewTellings('2026-06-30', today, 30).map(({ rung }) => rung);

    expect([rungs('2026-05-30'), rungs('2026-05-31'), rungs('2026-06-30'), rungs('2026-07-07')]).toEqual([
      [],
      ['soon'],
      ['soon', 'due'],
      ['soon', 'due', 'late'],
    ]);
  });
});
