import { describe, expect, it } from 'vitest';

import { acceptanceDueOn, isPast, latestDueOn, latestExtendedOn, proposedDueOn, reopenedDueOn, withinDays } from './deadlines.ts';
import { hazardLevels } from './levels.ts';
import { isWeekday, monday } from './testing/given-hazard.ts';

describe('deadlines', () => {
  it('do not count the first day: within 3 days of Monday ends with Thursday', () => {
    expect(withinDays(monday, 3)).toBe('2026-02-05');
    expect([isPast('2026-02-05', '2026-02-05'), isPast('2026-02-05', '2026-02-06'), isPast(null, '2026-02-06')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('are proposed by level: the same day, 3 days, 15 days, and by the treatment plan', () => {
    expect(hazardLevels.map((level) => proposedDueOn(level, monday))).toEqual(['2026-02-02', '2026-02-05', '2026-02-17', null]);
  });

  it('may be assigned up to 30 days ahead at company level, and no extension reaches further', () => {
    expect(hazardLevels.map((level) => latestDueOn(level, monday))).toEqual(['2026-02-02', '2026-02-05', '2026-03-04', null]);
    expect(hazardLevels.map((level) => latestExtendedOn(level, monday))).toEqual([null, null, '2026-03-04', null]);
  });

  it('of a reopened hazard are those of its level, or 30 days', () => {
    expect([reopenedDueOn('workshop', monday), reopenedDueOn('major', monday), reopenedDueOn(null, monday)]).toEqual([
      '2026-02-05',
      '2026-03-04',
      '2026-03-04',
    ]);
  });

  it('of acceptance count working days only', () => {
    expect(acceptanceDueOn(monday, isWeekday)).toBe('2026-02-05');
    expect(acceptanceDueOn('2026-02-05', isWeekday)).toBe('2026-02-10');
    expect(acceptanceDueOn('2026-02-07', isWeekday)).toBe('2026-02-11');
  });
});
