import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { termsFrom } from './terms.ts';
import { leastByNow, meetsHours, monthsElapsed, owedByNow, owedInYear, trainingRoleOf } from './yearly-hours.ts';

const rules: Record<string, number> = {
  'training.headFirstHours': 32,
  'training.headFirstHoursHighRisk': 48,
  'training.headAgainHours': 12,
  'training.headAgainHoursHighRisk': 16,
  'training.newWorkerHours': 24,
  'training.newWorkerHoursHighRisk': 72,
  'training.workerAgainHours': 8,
  'training.workerAgainHoursHighRisk': 20,
};
const terms = (highRisk: boolean) => termsFrom({ number: (ruleId) => rules[ruleId] ?? null }, highRisk);
const of = (role: 'principal' | 'safetyManager' | 'worker', since: string) => ({ role, hiredOn: since, headSince: since });

describe('class hours of a year', () => {
  it.each([
    ['principal', '2026-05-01', 32, 48],
    ['principal', '2025-12-31', 12, 16],
    ['safetyManager', '2026-01-01', 32, 48],
    ['safetyManager', '2025-12-31', 12, 16],
    ['worker', '2026-01-01', 24, 72],
    ['worker', '2025-12-31', 8, 20],
  ] as const)('%s since %s: %i, %i where the risk is high', (role, since, general, highRisk) => {
    expect([owedInYear(of(role, since), 2026, terms(false)).hours, owedInYear(of(role, since), 2026, terms(true)).hours]).toEqual([
      general,
      highRisk,
    ]);
  });

  it('the post that asks for most counts', () => {
    expect([trainingRoleOf(['staff']), trainingRoleOf(['safetyOfficer', 'staff']), trainingRoleOf(['safetyOfficer', 'unitHead'])]).toEqual([
      'worker',
      'safetyManager',
      'principal',
    ]);
  });
});

describe('months of a year', () => {
  it.each([
    ['2026-01-30', 0],
    ['2026-01-31', 1],
    ['2026-02-01', 1],
    ['2026-02-27', 1],
    ['2026-02-28', 2],
    ['2026-12-30', 11],
    ['2026-12-31', 12],
    ['2027-06-01', 12],
    ['2025-12-31', 0],
  ])('by %s: %i', (on, months) => {
    expect(monthsElapsed(2026, on)).toBe(months);
  });

  it('a month away from the first day to the last is none, a day short of it is one', () => {
    const away = (from: string, until: string) => monthsElapsed(2026, '2026-06-30', [{ from, until }]);

    expect([away('2026-02-01', '2026-03-01'), away('2026-02-02', '2026-03-01'), away('2026-02-01', '2026-02-28')]).toEqual([5, 6, 6]);
  });
});

describe('hours are met', () => {
  const again = { span: 'again', hours: 8 } as const;

  it.each([
    [2, 3, true],
    [1.5, 3, false],
    [2.5, 3, true],
    [0, 0, true],
    [0.5, 1, false],
    [1, 1, true],
    [7.5, 12, false],
    [8, 12, true],
  ])('%f hours in %i months: %s', (hours, months, met) => {
    expect(meetsHours(again, hours, months)).toBe(met);
  });

  it('the first time they are owed whole', () => {
    expect([meetsHours({ span: 'first', hours: 24 }, 23.5, 1), meetsHours({ span: 'first', hours: 24 }, 24, 1)]).toEqual([false, true]);
  });

  it('what is said to be owed by now is enough, and never more than the year owes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 12 }), (hours, months) => {
        const owed = { span: 'again', hours } as const;
        const now = owedByNow(owed, months);
        expect(now).toBeLessThanOrEqual(hours);
        expect(meetsHours(owed, now, months)).toBe(true);
        const least = leastByNow(owed, months);
        expect([meetsHours(owed, least, months), least === 0 || !meetsHours(owed, least - 0.5, months)]).toEqual([true, true]);
      }),
    );
  });
});
