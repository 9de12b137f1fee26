import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays, startOf } from '../kernel/index.ts';
import { type Act, allot, type OwedDuty } from './allot.ts';
import { type CountedPeriod, isCounted, standingOf } from './duty.ts';
import { latestStart, owedFrom, spansOf } from './periods.ts';
import { asksLess } from './quota.ts';

const weekdays = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
const first = (period: CountedPeriod, from: string, to = from) => spansOf(period, [from, to], weekdays);

describe('periods', () => {
  it('begin and end with the calendar, at both edges', () => {
    expect(first('week', '2026-01-04')).toEqual([{ on: '2025-12-29', due: '2026-01-04' }]);
    expect(first('week', '2026-01-05')).toEqual([{ on: '2026-01-05', due: '2026-01-11' }]);
    expect(first('month', '2028-02-29')).toEqual([{ on: '2028-02-01', due: '2028-02-29' }]);
    expect(first('quarter', '2026-03-31')).toEqual([{ on: '2026-01-01', due: '2026-03-31' }]);
    expect(first('quarter', '2026-04-01')).toEqual([{ on: '2026-04-01', due: '2026-06-30' }]);
    expect(first('half', '2026-06-30', '2026-07-01').map(({ due }) => due)).toEqual(['2026-06-30', '2026-12-31']);
    expect(first('year', '2026-12-31', '2027-01-01').map(({ on }) => on)).toEqual(['2026-01-01', '2027-01-01']);
  });

  it('are each day, and of shifts each day that is worked', () => {
    expect(first('day', '2026-01-02', '2026-01-05')).toHaveLength(4);
    expect(first('shift', '2026-01-02', '2026-01-05').map(({ on }) => on)).toEqual(['2026-01-02', '2026-01-05']);
    expect(first('day', '2026-01-05', '2026-01-04')).toEqual([]);
  });

  it('touch without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CountedPeriod>('day', 'week', 'month', 'quarter', 'half', 'year'),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 500 }),
        (period, start, length) => {
          const from = addDays('2024-01-01', start);
          const spans = first(period, from, addDays(from, length));
          expect(spans[0]?.on !== undefined && spans[0].on <= from).toBe(true);
          for (const [at, span] of spans.entries()) if (at > 0) expect(span.on).toBe(addDays(spans[at - 1]?.due ?? '', 1));
        },
      ),
    );
  });

  it('are owed by whoever comes while half of them is left', () => {
    const [january] = first('month', '2026-01-01');
    const span = january ?? { on: '', due: '' };

    expect(latestStart(span)).toBe('2026-01-16');
    expect(owedFrom(span, '2025-06-01')).toBe('2026-01-01');
    expect(owedFrom(span, '2026-01-16')).toBe('2026-01-16');
    expect(owedFrom(span, '2026-01-17')).toBeNull();
    expect(owedFrom({ on: '2026-01-05', due: '2026-01-05' }, '2026-01-05')).toBe('2026-01-05');
  });
});

const owed = (id: string, from: string, due: string, over: Partial<OwedDuty> = {}): OwedDuty => ({
  id,
  from,
  due,
  lateUntil: addDays(due, 10),
  needed: 1,
  counted: [],
  ...over,
});
const january = owed('jan', '2026-01-01', '2026-01-31');
const february = owed('feb', '2026-02-01', '2026-02-28');
let made = 0;
const act = (at: string, verb = 'inspections.perform'): Act => {
  made += 1;
  return { id: `${made}`, verb, at: at.includes('T') ? new Date(at) : startOf(at) };
};
const outcome = (duties: OwedDuty[], acts: Act[]) =>
  Object.fromEntries(allot(duties, acts).map(({ occurrenceId, done }) => [occurrenceId, done?.timing ?? null]));

describe('acts', () => {
  it('count for their own period up to its last moment, as late up to the last day of grace, and then no more', () => {
    expect(outcome([january], [act('2026-01-31T15:59:59.999Z')])).toEqual({ jan: 'onTime' });
    expect(outcome([january], [act('2026-01-31T16:00:00Z')])).toEqual({ jan: 'late' });
    expect(outcome([january], [act('2026-02-10T15:59:59Z')])).toEqual({ jan: 'late' });
    expect(outcome([january], [act('2026-02-10T16:00:00Z')])).toEqual({});
    expect(outcome([january], [act('2025-12-31T15:59:59Z')])).toEqual({});
  });

  it('go to the period in which they were done first, and only what is beyond it makes up for an earlier one', () => {
    expect(outcome([january, february], [act('2026-02-03')])).toEqual({ feb: 'onTime' });
    expect(outcome([january, february], [act('2026-02-03'), act('2026-02-05')])).toEqual({ jan: 'late', feb: 'onTime' });
  });

  it('are needed as often as is asked, each once, several records of one act being one', () => {
    const twice = { ...january, needed: 2 };
    const once = act('2026-01-10');

    expect(outcome([twice], [once])).toEqual({ jan: null });
    expect(outcome([twice], [once, { ...once, id: 'same moment' }])).toEqual({ jan: null });
    expect(outcome([twice], [once, act('2026-01-11')])).toEqual({ jan: 'onTime' });
    expect(outcome([{ ...twice, counted: [once] }], [act('2026-02-02')])).toEqual({ jan: 'late' });
    expect(outcome([{ ...january, counted: [once] }], [once])).toEqual({});
  });

  it('never count twice, whatever is owed and done', () => {
    const instant = fc.integer({ min: 0, max: 90 }).map((days) => act(addDays('2026-01-01', days)));
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (acts, needed) => {
        const all = allot(
          [
            { ...january, needed },
            { ...february, needed },
          ],
          acts,
        );
        const given = all.flatMap(({ acts: own }) => own.map(({ id }) => id));
        expect(new Set(given).size).toBe(given.length);
        for (const { acts: own, done } of all) expect(done === null).toBe(own.length < needed);
      }),
    );
  });
});

it('a duty stands open up to its day, overdue while an act still counts as late, then missed', () => {
  const open = { timing: null, waivedWhy: null, dueOn: '2026-01-31', lateUntil: '2026-02-10' };

  expect(['2026-01-31', '2026-02-01', '2026-02-10', '2026-02-11'].map((today) => standingOf(open, today))).toEqual([
    'open',
    'overdue',
    'overdue',
    'missed',
  ]);
  expect(standingOf({ ...open, timing: 'onTime' }, '2026-03-01')).toBe('done');
  expect(standingOf({ ...open, timing: 'late' }, '2026-03-01')).toBe('late');
  expect(standingOf({ ...open, waivedWhy: 'left' }, '2026-03-01')).toBe('waived');
});

it('what has no period or no record yet is counted never', () => {
  expect([
    isCounted({ period: 'always', proof: ['a.b'] }),
    isCounted({ period: 'month', proof: [] }),
    isCounted({ period: 'month', proof: ['a.b'] }),
  ]).toEqual([false, false, true]);
});

it('a quota asks less when a year of it comes to less', () => {
  const quarter = { period: 'quarter', times: 2 } as const;

  expect(asksLess({ period: 'month', times: 1 }, quarter)).toBe(false);
  expect(asksLess({ period: 'year', times: 8 }, quarter)).toBe(false);
  expect(asksLess({ period: 'year', times: 7 }, quarter)).toBe(true);
  expect(asksLess({ period: 'half', times: 3 }, quarter)).toBe(true);
});
