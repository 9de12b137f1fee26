import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { percentOf, periodNamed } from '../kernel/index.ts';
import { hazardStages } from './hazard.ts';
import { accountOf, reconcile } from './reconciliation.ts';
import { type HazardFact, isOnTime, isOverdue, standardFigureNames, standardFigures, standardFiguresBy } from './statistics.ts';
import { settledPlan } from './testing/given-hazard.ts';

const february = { from: '2026-02-01', until: '2026-03-01' };
const today = '2026-03-10';

const givenFact = (over: Partial<HazardFact> & { dueOn?: string | null; funds?: number | null } = {}): HazardFact => ({
  stage: 'closed',
  level: 'workshop',
  plan: {
    ...settledPlan,
    dueOn: over.dueOn === undefined ? '2026-02-10' : over.dueOn,
    funds: over.funds === undefined ? 1000 : over.funds,
  },
  registeredOn: '2026-02-03',
  submittedOn: '2026-02-09',
  spent: null,
  ...over,
});

describe('the standard figures of a period', () => {
  it('find what was registered from its first to its last day', () => {
    const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map((registeredOn) => givenFact({ registeredOn }));

    expect(standardFigures(days, february, today).found).toBe(2);
    expect(standardFigures([givenFact({ registeredOn: null })], february, today).found).toBe(0);
  });

  it('are nothing over nothing when there is nothing, never 100 %', () => {
    const { rectificationRate, onTimeRate } = standardFigures([], february, today);

    expect([rectificationRate, onTimeRate]).toEqual([
      { numerator: 0, denominator: 0 },
      { numerator: 0, denominator: 0 },
    ]);
    expect(percentOf(rectificationRate)).toBeNull();
  });

  it('count closed among found, and leave out what proved void', () => {
    const facts = [givenFact(), givenFact({ stage: 'submitted' }), givenFact({ stage: 'void' }), givenFact({ stage: 'rectifying' })];

    const figures = standardFigures(facts, february, today);

    expect(figures).toMatchObject({ found: 3, closedOfFound: 1, rectificationRate: { numerator: 1, denominator: 3 } });
    expect(percentOf(figures.rectificationRate)).toBe('33.33');
  });

  it('are on time when handed in by the deadline and finally accepted', () => {
    const onTime = [
      givenFact({ submittedOn: '2026-02-10' }),
      givenFact({ submittedOn: '2026-02-11' }),
      givenFact({ stage: 'submitted', submittedOn: '2026-02-10' }),
      givenFact({ submittedOn: null }),
      givenFact({ dueOn: null }),
    ].map(isOnTime);

    expect(onTime).toEqual([true, false, false, false, false]);
  });

  it('measure on time among what was due in the period, whenever it was found', () => {
    const facts = [
      givenFact({ registeredOn: '2026-01-05', dueOn: '2026-02-01' }),
      givenFact({ dueOn: '2026-02-28', submittedOn: '2026-02-28' }),
      givenFact({ dueOn: '2026-03-01' }),
    ];

    expect(standardFigures(facts, february, today)).toMatchObject({
      dueInPeriod: 2,
      onTime: 1,
      onTimeRate: { numerator: 1, denominator: 2 },
    });
  });

  it('are overdue from the day after the deadline, while the work is owed', () => {
    const overdue = (on: string, stage: HazardFact['stage']) => isOverdue(givenFact({ stage, dueOn: '2026-03-09' }), on);

    expect([overdue('2026-03-09', 'rectifying'), overdue(today, 'rectifying'), overdue(today, 'assigned')]).toEqual([false, true, true]);
    expect([overdue(today, 'submitted'), overdue(today, 'closed'), overdue(today, 'void')]).toEqual([false, false, false]);
  });

  it('sum money in 分 and count open majors', () => {
    const facts = [
      givenFact({ funds: 150, spent: 70 }),
      givenFact({ funds: null, spent: null }),
      givenFact({ funds: 0, spent: 5, level: 'major', stage: 'rectifying' }),
      givenFact({ level: 'major' }),
    ];

    expect(standardFigures(facts, february, today)).toMatchObject({ fundsPlanned: 1150, fundsSpent: 75, openMajor: 1 });
  });

  it('split by any key without losing a hazard', () => {
    const facts = [givenFact({ level: 'team' }), givenFact({ level: 'unit' }), givenFact({ level: 'team' })];

    const byLevel = standardFiguresBy(facts, ({ level }) => level ?? 'none', [february, today]);

    expect([...byLevel].map(([level, { found }]) => [level, found])).toEqual([
      ['team', 2],
      ['unit', 1],
    ]);
  });

  it('have a name for each figure', () => {
    expect(Object.keys(standardFigures([], february, today))).toEqual(standardFigureNames);
  });
});

describe('reconciliation', () => {
  it('puts every hazard into exactly one of the four accounts, so that the difference is 0', () => {
    const facts = fc.array(
      fc
        .record({ stage: fc.constantFrom(...hazardStages), dueOn: fc.constantFrom(null, '2026-02-10', today, '2026-04-01') })
        .map(givenFact),
    );

    fc.assert(
      fc.property(facts, (hazards) => {
        expect(reconcile(hazards, today)).toMatchObject({ problems: hazards.length, difference: 0 });
      }),
    );
  });

  it('shows what a list claims and does not have', () => {
    expect(reconcile([givenFact(), givenFact({ stage: 'void' })], today, 5)).toEqual({
      problems: 5,
      closed: 1,
      openNotDue: 0,
      overdue: 0,
      void: 1,
      difference: 3,
    });
  });

  it('counts what waits for acceptance as open, not as overdue', () => {
    const late = { dueOn: '2026-02-10' };

    expect(accountOf(givenFact({ stage: 'submitted', ...late }), today)).toBe('openNotDue');
    expect(accountOf(givenFact({ stage: 'rectifying', ...late }), today)).toBe('overdue');
    expect(accountOf(givenFact({ stage: 'reported', dueOn: null }), today)).toBe('openNotDue');
  });
});

it('a quarter holds its three months and nothing else', () => {
  const quarter = periodNamed('2026Q1');

  expect(quarter).toEqual({ from: '2026-01-01', until: '2026-04-01' });
});
