import { describe, expect, it } from 'vitest';

import { type Condition, conditionInput, holds } from './condition.ts';
import { measured, strangeColumns, sumOf } from './measure.ts';
import { givenHazard, givenStratum, quarter, window } from './testing/given-facts.ts';
import { cutOffAt, cutOffOn, windowOf } from './window.ts';

const isWeekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

describe('a condition', () => {
  const hazard = givenHazard({ dueOn: '2026-08-06', submittedOn: '2026-08-07', level: null, recurrent: true });
  const cases: readonly (readonly [Condition, boolean])[] = [
    [{ column: 'stage', is: 'closed' }, true],
    [{ column: 'stage', is: 'void' }, false],
    [{ column: 'level', is: null }, true],
    [{ column: 'level', is: 'major' }, false],
    [{ not: { column: 'level', is: 'major' } }, true],
    [{ column: 'level', in: ['unit', 'major'] }, false],
    [{ column: 'source', in: ['expert', 'selfCheck'] }, true],
    [{ column: 'dueOn', within: 'period' }, true],
    [{ column: 'suggestionDueOn', within: 'period' }, false],
    [{ not: { column: 'suggestionDueOn', within: 'period' } }, true],
    [{ column: 'submittedOn', notAfter: 'dueOn' }, false],
    [{ column: 'submittedOn', notAfter: 'dueOn', plusDays: 1 }, true],
    [{ column: 'submittedOn', notAfter: 'suggestionDueOn' }, false],
    [{ column: 'dueOn', notAfter: 'lastDay', plusDays: -55 }, true],
    [{ column: 'dueOn', notAfter: 'lastDay', plusDays: -56 }, false],
    [{ column: 'recurrent', flag: true }, true],
    [{ column: 'suspectFake', flag: true }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [
      {
        all: [
          { column: 'stage', is: 'closed' },
          { column: 'stage', is: 'void' },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { column: 'stage', is: 'closed' },
          { column: 'stage', is: 'void' },
        ],
      },
      true,
    ],
  ];

  it.each(cases)('%j holds: %s', (condition, answer) => {
    expect(holds(condition, hazard, window)).toBe(answer);
  });

  it('is read from outside in its closed form alone', () => {
    const fits = (given: unknown) => conditionInput.safeParse(given).success;

    expect(cases.every(([condition]) => fits(condition))).toBe(true);
    expect([{ column: 'stage' }, { column: 'stage', like: '%' }, { column: 'Stage; drop', is: 'x' }, { sql: '1=1' }, null].some(fits)).toBe(
      false,
    );
  });
});

describe('a measure', () => {
  it('counts rows, or sums a column of them', () => {
    const closures = sumOf('strata', 'closures', { column: 'stratum', is: 'sampled' });

    expect(
      measured(closures, [givenStratum({ closures: 7 }), givenStratum({ closures: 5 }), givenStratum({ stratum: 'major' })], window),
    ).toBe(12);
  });

  it('names the columns that its table does not have, or that hold something else', () => {
    const where: Condition = {
      all: [{ column: 'stage', is: 'closed' }, { column: 'closures', is: 'x' }, { not: { column: 'dueOn', notAfter: 'weather' } }],
    };

    expect(strangeColumns({ table: 'hazards', where })).toEqual(['closures', 'weather']);
    expect(strangeColumns({ table: 'hazards', where: { column: 'stage', flag: true } })).toEqual(['stage']);
    expect(strangeColumns({ table: 'strata', where: { all: [] }, sum: 'monthOn' })).toEqual(['monthOn']);
    expect(strangeColumns({ table: 'hazards', where: { column: 'toString', is: null } })).toEqual(['toString']);
    expect(strangeColumns({ table: 'hazards', where: { column: 'dueOn', is: null } })).toEqual([]);
  });
});

describe('the window of a run', () => {
  it('is the period and the twelve months that end with it', () => {
    expect(window).toEqual({
      period: quarter,
      trailingYear: { from: '2025-10-01', until: '2026-10-01' },
      lastDay: '2026-09-30',
      knownOn: '2026-10-14',
    });
    expect(windowOf({ from: '2028-02-01', until: '2028-02-29' }, '2028-03-05').trailingYear.from).toBe('2027-02-28');
  });

  it('ends with the day that is known while the period runs', () => {
    expect(windowOf(quarter, '2026-08-15').lastDay).toBe('2026-08-15');
  });

  it('is cut off five working days after the period, at midnight in Shanghai', () => {
    expect(cutOffOn(quarter, isWeekday, 5)).toBe('2026-10-07');
    expect(cutOffAt(quarter, isWeekday, 5).toISOString()).toBe('2026-10-07T16:00:00.000Z');
    expect(cutOffOn(quarter, isWeekday, 0)).toBe('2026-09-30');
  });
});
