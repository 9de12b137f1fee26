import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '../kernel/index.ts';
import type { WorkCalendar } from '../standards/index.ts';
import { type Cadence, cadence as cadenceInput } from './cadence.ts';
import { occurrences, type OccurrenceRule } from './occurrences.ts';

/** 2026-02-16…20 are days of rest, Saturday the 14th is worked. */
const rest = ['16', '17', '18', '19', '20'].map((day) => [`2026-02-${day}`, 'rest'] as const);
const calendar: WorkCalendar = { days: new Map([...rest, ['2026-02-14', 'work']]), noticedYears: new Set([2026]) };

function ruleOf(cadence: unknown, over: Partial<OccurrenceRule> = {}): OccurrenceRule {
  return { cadence: cadenceInput.parse(cadence), from: '2026-01-01', until: null, restDays: 'keep', graceMinutes: 0, ...over };
}

function days(rule: OccurrenceRule, from: string, to: string): string[] {
  return occurrences(rule, from, to, calendar).map(({ from: first, on }) => (first === on ? on : `${first}..${on}`));
}

describe('what is owed', () => {
  it.each([
    [{ every: 'day' }, 'keep', '2026-02-13', '2026-02-16', ['2026-02-13', '2026-02-14', '2026-02-15', '2026-02-16']],
    [{ every: 'day' }, 'skip', '2026-02-13', '2026-02-23', ['2026-02-13', '2026-02-14', '2026-02-23']],
    [{ every: 'week', weekdays: [1, 4] }, 'keep', '2026-02-09', '2026-02-22', ['2026-02-09', '2026-02-12', '2026-02-16', '2026-02-19']],
    [{ every: 'week', weekdays: [1, 4] }, 'skip', '2026-02-09', '2026-02-22', ['2026-02-09', '2026-02-12']],
    [{ every: 'week' }, 'keep', '2026-02-09', '2026-02-22', ['2026-02-09..2026-02-15', '2026-02-16..2026-02-22']],
    [{ every: 'month', dayOfMonth: 31 }, 'keep', '2026-02-01', '2026-03-31', ['2026-02-28', '2026-03-31']],
    [{ every: 'month', dayOfMonth: 17 }, 'skip', '2026-02-01', '2026-02-28', ['2026-02-23']],
    [{ every: 'month', dayOfMonth: 28 }, 'skip', '2026-02-01', '2026-02-28', ['2026-02-27']],
    [{ every: 'month' }, 'keep', '2026-02-01', '2026-02-28', ['2026-02-01..2026-02-28']],
    [{ every: 'quarter' }, 'keep', '2026-01-01', '2026-12-31', 4],
    [{ every: 'halfYear' }, 'keep', '2026-01-01', '2026-12-31', ['2026-01-01..2026-06-30', '2026-07-01..2026-12-31']],
    [{ every: 'year' }, 'keep', '2026-01-01', '2026-12-31', ['2026-01-01..2026-12-31']],
    [{ every: 'dates', dates: ['2026-02-17', '2026-02-10'] }, 'skip', '2026-02-01', '2026-02-28', ['2026-02-10', '2026-02-17']],
  ])('%j (%s) from %s to %s', (...[cadence, restDays, from, to, expected]) => {
    const found = days(ruleOf(cadence, { restDays: restDays as 'keep' }), from, to);

    expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
  });

  it('a week of rest owes nothing that week, and the only weekday of a week moves within it', () => {
    const holidays: WorkCalendar = { ...calendar, days: new Map([...rest, ['2026-02-20', 'work'] as const]) };
    const monday = ruleOf({ every: 'week', weekdays: [1] }, { restDays: 'skip' });

    expect(occurrences(monday, '2026-02-16', '2026-02-22', holidays).map(({ on }) => on)).toEqual(['2026-02-20']);
    expect(days(monday, '2026-02-16', '2026-02-22')).toEqual([]);
    expect(days(ruleOf({ every: 'week' }, { restDays: 'skip' }), '2026-02-16', '2026-02-22')).toEqual([]);
  });

  it('begins and ends with the plan, in the middle of a month too', () => {
    const rule = ruleOf({ every: 'month' }, { from: '2026-01-10', until: '2026-03-05' });

    expect(days(rule, '2026-01-01', '2026-12-31')).toEqual(['2026-01-10..2026-01-31', '2026-02-01..2026-02-28', '2026-03-01..2026-03-04']);
    expect(days({ ...rule, until: '2026-01-10' }, '2026-01-01', '2026-12-31')).toEqual([]);
  });

  it('is owed once a shift; the night shift ends on the next morning and is missed when the grace is over', () => {
    const shifts = [
      { shift: 'early', from: '08:00', until: '16:00' },
      { shift: 'night', from: '22:00', until: '06:00' },
    ];
    const [early, night] = occurrences(ruleOf({ every: 'shift', shifts }, { graceMinutes: 30 }), '2026-02-13', '2026-02-13', calendar);

    expect([early?.shift, early?.opensAt.toISOString(), early?.dueAt.toISOString()]).toEqual([
      'early',
      '2026-02-13T00:00:00.000Z',
      '2026-02-13T08:00:00.000Z',
    ]);
    expect([night?.on, night?.dueAt.toISOString(), night?.missesAt.toISOString()]).toEqual([
      '2026-02-13',
      '2026-02-13T22:00:00.000Z',
      '2026-02-13T22:30:00.000Z',
    ]);
  });

  it('refuses a shift named twice and a day that does not exist', () => {
    const early = { shift: 'early', from: '08:00', until: '16:00' };

    expect(cadenceInput.safeParse({ every: 'shift', shifts: [early, early] }).success).toBe(false);
    expect(cadenceInput.safeParse({ every: 'dates', dates: ['2026-02-30'] }).success).toBe(false);
    expect(cadenceInput.safeParse({ every: 'dates', dates: [] }).success).toBe(false);
  });
});

const anyCadence: fc.Arbitrary<Cadence> = fc
  .oneof(
    fc.record({ every: fc.constantFrom('day', 'quarter', 'halfYear', 'year') }),
    fc.record({ every: fc.constant('week'), weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }) }),
    fc.record({ every: fc.constant('month'), dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 })) }),
    fc.constant({ every: 'shift', shifts: [{ shift: 'night', from: '20:00', until: '08:00' }] }),
  )
  .map((given) => cadenceInput.parse(given));
const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2026-01-01', n));

describe('a worker that was down', () => {
  it('makes in one go exactly what it would have made day by day, each once', () => {
    fc.assert(
      fc.property(
        anyCadence,
        fc.constantFrom('keep' as const, 'skip' as const),
        anyDay,
        fc.integer({ min: 0, max: 200 }),
        (cadence, restDays, from, length) => {
          const rule = ruleOf(cadence, { restDays, from: '2026-01-15', until: '2027-03-10' });
          const inOneGo = occurrences(rule, from, addDays(from, length), calendar);
          const dayByDay = Array.from({ length: length + 1 }, (_, n) => addDays(from, n)).flatMap((day) =>
            occurrences(rule, day, day, calendar),
          );

          expect(dayByDay).toEqual(inOneGo);
          expect(new Set(inOneGo.map(({ on, shift }) => `${on} ${shift}`)).size).toBe(inOneGo.length);
          for (const { from: first, on, opensAt, dueAt, missesAt } of inOneGo) {
            expect(first <= on && opensAt < dueAt && dueAt <= missesAt).toBe(true);
            expect(first >= '2026-01-15' && on < '2027-03-10').toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
