import { describe, expect, it } from 'vitest';

import { assess } from '../assess.ts';
import { prepare } from '../prepared.ts';
import type { FactRow } from '../facts.ts';
import { factsFrom, givenHazard, givenLookBack, givenScheme, givenStratum, hazardTreatment, several } from '../testing/given-facts.ts';

const lineOf = (hazards: readonly FactRow[], strata: readonly FactRow[] = [], scheme = hazardTreatment) => {
  const { lines } = assess(scheme, factsFrom({ hazards, strata, lookBacks: [] }, scheme));
  return lines.find(({ code }) => code === 'D2');
};

const late = () => givenHazard({ submittedOn: '2026-08-07' });

describe('D2, hazards fixed on time', () => {
  it('gives half its weight for 17 of 20', () => {
    expect(lineOf([...several(17, givenHazard), ...several(3, late)])).toMatchObject({
      status: 'scored',
      numerator: '17',
      denominator: '20',
      value: '85.00',
      score: '3.00',
    });
  });

  it.each([
    [14, '70.00', '0.00'],
    [15, '75.00', '1.00'],
    [20, '100.00', '6.00'],
    [0, '0.00', '0.00'],
  ])('with %i of 20 is %s %% and %s points', (onTime, value, score) => {
    expect(lineOf([...several(onTime, givenHazard), ...several(20 - onTime, late)])).toMatchObject({ value, score });
  });

  it('counts the deadlines of the period from its first day to its last', () => {
    const days = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01', null];
    const due = days.map((dueOn) => givenHazard({ dueOn, submittedOn: dueOn }));

    expect(lineOf(due)).toMatchObject({ denominator: '2' });
  });

  it('counts as on time what was handed in by the deadline and finally accepted', () => {
    const cases = [
      givenHazard({ submittedOn: '2026-08-06' }),
      givenHazard({ submittedOn: '2026-08-07' }),
      givenHazard({ stage: 'submitted', submittedOn: '2026-08-06' }),
      givenHazard({ stage: 'rectifying', submittedOn: '2026-08-06' }),
      givenHazard({ submittedOn: null }),
      givenHazard({ stage: 'void' }),
    ];

    expect(lineOf(cases)).toMatchObject({ numerator: '1', denominator: '5' });
  });

  it('does not count an extension that was asked for after the deadline', () => {
    expect(lineOf([givenHazard(), givenHazard({ extensionAskedLate: true })])).toMatchObject({ numerator: '1', denominator: '2' });
  });

  describe('the share of closures that are true', () => {
    const all = several(20, givenHazard);

    it('stands at 1 while fewer than ten look-backs tell of it', () => {
      const strata = [givenStratum({ closures: 45, looked: 9, held: 0 })];

      expect(lineOf(all, strata)).toMatchObject({ value: '100.00', score: '6.00', facts: { trueClosure: '1.000000', lookBacks: '9' } });
    });

    it('lowers the rate from the tenth on', () => {
      const strata = [givenStratum({ closures: 50, looked: 10, held: 9 })];

      expect(lineOf(all, strata)).toMatchObject({ value: '90.00', score: '4.00', facts: { trueClosure: '0.900000', lookBacks: '10' } });
    });

    it('weighs the strata by their closures, and takes each census over the whole scope', () => {
      const strata = [
        givenStratum({ monthOn: '2026-01-01', closures: 30, looked: 6, held: 3 }),
        givenStratum({ monthOn: '2026-02-01', closures: 10, looked: 2, held: 2 }),
        givenStratum({ stratum: 'major', monthOn: '2026-01-01', closures: 1, looked: 1, held: 1 }),
        givenStratum({ stratum: 'major', monthOn: '2026-03-01', closures: 1, looked: 0, held: 0 }),
        givenStratum({ stratum: 'authority', closures: 2, looked: 2, held: 0 }),
      ];

      /** (15 + 10 + 2 + 0) / (30 + 10 + 2 + 2) */
      expect(lineOf(all, strata)?.facts['trueClosure']).toBe('0.613636');
    });

    it('leaves out the strata that nobody has looked into, and closings more than a year ago', () => {
      const strata = [
        givenStratum({ closures: 20, looked: 10, held: 8 }),
        givenStratum({ closures: 80, looked: 0 }),
        givenStratum({ monthOn: '2025-09-01', closures: 500, looked: 100, held: 0 }),
      ];

      expect(lineOf(all, strata)?.facts['trueClosure']).toBe('0.800000');
    });

    it('may ask for other numbers of look-backs', () => {
      const indicators = givenScheme().indicators.map((each) =>
        each.code === 'D2' ? { ...each, source: { kind: 'built' as const, indicator: 'D2', params: { lookBacksAtLeast: 2 } } } : each,
      );

      expect(lineOf(all, [givenStratum({ looked: 2, held: 1 })], prepare(givenScheme({ indicators })))).toMatchObject({ value: '50.00' });
    });
  });

  describe('when nothing was due', () => {
    const withD1 = (points: string | null) => {
      const indicators = givenScheme().indicators.map((each) =>
        each.code === 'D1' ? { ...each, source: { kind: 'given' as const } } : each,
      );
      const scheme = prepare(givenScheme({ indicators }));
      const given = points === null ? {} : { D1: { points, outOf: '100' } };
      const { lines } = assess(scheme, { ...factsFrom({}, scheme), given });
      return lines.find(({ code }) => code === 'D2');
    };

    it('is left out while nothing records the inspections that would have found something', () => {
      expect(lineOf([])).toMatchObject({
        status: 'na',
        reason: 'fullIfMissed',
        score: null,
        value: null,
        numerator: '0',
        denominator: '0',
      });
    });

    it('is full only where D1 reached 60 % of its weight', () => {
      /** LIN(x, 0.7, 1) = 0.6 at x = 0.88. */
      expect(withD1('88')).toMatchObject({ status: 'scored', reason: 'fullByZero', score: '6.00', value: null });
      expect(withD1('87')).toMatchObject({ status: 'na', reason: 'fullIfMissed', score: null });
      expect(withD1(null)).toMatchObject({ status: 'na', reason: 'fullIfMissed' });
    });
  });

  it('does not take a look-back of its own into account twice', () => {
    const { lines } = assess(hazardTreatment, factsFrom({ hazards: several(2, givenHazard), lookBacks: several(20, givenLookBack) }));

    expect(lines.find(({ code }) => code === 'D2')).toMatchObject({ value: '100.00', facts: { lookBacks: '0' } });
  });
});
