import { describe, expect, it } from 'vitest';

import { assess } from '../assess.ts';
import type { FactRow } from '../facts.ts';
import { explain } from '../explain.ts';
import { factsFrom, givenHazard, type Rows, several, sumsFrom } from '../testing/given-facts.ts';
import {
  dualPrevention,
  givenArea,
  givenExtinguisher,
  givenFacilitiesTest,
  givenKeyPosition,
  givenMachine,
  givenMiss,
  givenOccurrence,
  givenRisk,
  givenSpotCheck,
} from '../testing/given-prevention.ts';
import { windowOf } from '../window.ts';

const lineOf = (code: string, rows: Rows) =>
  assess(dualPrevention, factsFrom(rows, dualPrevention)).lines.find((line) => line.code === code);
const done = (times: number, of: number, over: Parameters<typeof givenMiss>[0] = {}): FactRow[] => [
  ...several(times, () => givenOccurrence(over)),
  ...several(of - times, () => givenMiss(over)),
];

/** The indicators that count occurrences: what marks theirs, where they begin to score, and what they weigh. */
const counted = [
  ['D1', { kind: 'inspection' }, '4'],
  ['C2', { kind: 'inspection', graveRisk: true }, '4'],
  ['C3', { kind: 'inspection', keyPosition: true }, '3'],
  ['F5', { kind: 'lightsOut', shift: 'day' }, '2'],
  ['F6', { kind: 'dust', shift: 'night' }, '2'],
] as const;

describe.each(counted)('%s', (code, mark) => {
  const of = (...occurrences: readonly FactRow[]) => lineOf(code, { occurrences });

  it('counts what was done in its window; what came late, after the miss or never stays owed', () => {
    const rows = [
      givenOccurrence(mark),
      givenOccurrence({ ...mark, timing: 'late' }),
      givenOccurrence({ ...mark, timing: 'afterMiss' }),
      givenMiss(mark),
    ];

    expect(of(...rows)).toMatchObject({ numerator: '1', denominator: '4', value: '25.00', score: '0.00' });
  });

  it('counts the days of the period from the first to the last', () => {
    const days = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map((dueOn) => givenOccurrence({ ...mark, dueOn }));

    expect(of(...days)).toMatchObject({ numerator: '2', denominator: '2' });
  });

  it('takes no occurrence of another kind for one of its own', () => {
    const others = counted.filter(([other]) => other !== code && other !== 'D1').map(([, theirs]) => givenMiss({ ...theirs }));

    expect(of(givenOccurrence(mark), ...others.filter((each) => each['kind'] !== mark.kind))).toMatchObject({ denominator: '1' });
  });
});

describe('where the scores begin and end', () => {
  it.each([
    ['D1', {}, 14, '0.00'],
    ['D1', {}, 15, '0.67'],
    ['D1', {}, 17, '2.00'],
    ['D1', {}, 20, '4.00'],
    ['C2', { graveRisk: true }, 14, '0.00'],
    ['C2', { graveRisk: true }, 17, '2.00'],
    ['C2', { graveRisk: true }, 20, '4.00'],
    ['C3', { keyPosition: true }, 16, '0.00'],
    ['C3', { keyPosition: true }, 18, '1.50'],
    ['C3', { keyPosition: true }, 20, '3.00'],
    ['F5', { kind: 'lightsOut' }, 17, '0.00'],
    ['F5', { kind: 'lightsOut' }, 18, '0.67'],
    ['F5', { kind: 'lightsOut' }, 20, '2.00'],
    ['F6', { kind: 'dust' }, 17, '0.00'],
    ['F6', { kind: 'dust' }, 19, '1.33'],
    ['F6', { kind: 'dust' }, 20, '2.00'],
  ])('%s with %j done %i times of 20 is %s points', (code, mark, times, score) => {
    expect(lineOf(code, { occurrences: done(times, 20, mark) })).toMatchObject({ score });
  });
});

describe('nothing owed', () => {
  it.each([
    ['D1', {}, { reason: 'zeroByZero', score: '0.00' }],
    ['C1', {}, { reason: 'zeroByZero', score: '0.00' }],
    ['C2', {}, { reason: 'naByZero', score: null }],
    ['C2', { risks: [givenRisk({ level: 'general' }), givenRisk({ level: 'low' })] }, { reason: 'naByZero', score: null }],
    ['C2', { risks: [givenRisk({ level: 'larger' })] }, { reason: 'zeroThough', score: '0.00', value: null, facts: { graveRisks: '1' } }],
    ['C3', {}, { reason: 'naByZero', score: null }],
    ['C3', { keyPositions: [givenKeyPosition()] }, { reason: 'zeroThough', score: '0.00', facts: { keyPositions: '1' } }],
    ['F1', {}, { reason: 'naByZero', score: null }],
    ['F1', { specialEquipment: [givenMachine(0, 0)] }, { reason: 'naByZero', score: null }],
    ['F2', {}, { reason: 'zeroByZero', score: '0.00' }],
    ['F3', {}, { reason: 'zeroByZero', score: '0.00' }],
    ['F5', {}, { reason: 'naByZero', score: null }],
    ['F6', {}, { reason: 'naByZero', score: null }],
  ] satisfies [string, Rows, object][])('%s of %j answers by its policy', (code, rows, answer) => {
    expect(lineOf(code, rows)).toMatchObject(answer);
  });

  it('leaves D2 out without a hazard due, unless the inspections that would have found one were done', () => {
    const d2 = (times: number) => lineOf('D2', { occurrences: done(times, 25) });

    /** LIN(x, 0.7, 1) = 0.6 at x = 0.88. */
    expect(d2(22)).toMatchObject({ status: 'scored', reason: 'fullByZero', score: '6.00' });
    expect(d2(21)).toMatchObject({ status: 'na', reason: 'fullIfMissed', score: null });
    expect(lineOf('D2', {})).toMatchObject({ status: 'na', reason: 'fullIfMissed' });
    expect(lineOf('D2', { hazards: [givenHazard()] })).toMatchObject({ reason: null, score: '6.00' });
  });
});

describe('C1, areas with a valid risk assessment', () => {
  it.each([
    ['graded a year ago to the day', { goodUntil: '2026-09-30' }, '1'],
    ['graded a year and a day ago', { goodUntil: '2026-09-29' }, '0'],
    ['changed since', { changePending: true }, '0'],
    ['never assessed', { assessed: false, gradedOn: null, goodUntil: null, keyPosition: true }, '0'],
  ])('an area %s counts %#', (_said, over, numerator) => {
    expect(lineOf('C1', { areas: [givenArea(over)] })).toMatchObject({ numerator, denominator: '1' });
  });

  it.each([
    [14, '0.00'],
    [17, '1.50'],
    [20, '3.00'],
  ])('with %i valid of 20 gives %s of 3', (valid, score) => {
    const areas = [...several(valid, givenArea), ...several(20 - valid, () => givenArea({ changePending: true }))];

    expect(lineOf('C1', { areas })).toMatchObject({ score });
  });
});

describe('F1, special equipment in inspection date', () => {
  it.each([
    [[92], '100.00', '3.00'],
    [[92, 46], '75.00', '0.00'],
    [[92, 92, 92, 92, 92, 92, 92, 92, 92, 46], '95.00', '1.50'],
    [[92, 92, 92, 92, 92, 92, 92, 92, 92, 0], '90.00', '0.00'],
  ])('of machines in date on %j of 92 days each is %s %% and %s points', (days, value, score) => {
    expect(lineOf('F1', { specialEquipment: days.map((each) => givenMachine(each)) })).toMatchObject({ value, score });
  });

  it('does not count the days on which a machine was out of use', () => {
    expect(lineOf('F1', { specialEquipment: [givenMachine(30, 30), givenMachine(62, 62)] })).toMatchObject({
      numerator: '92',
      denominator: '92',
    });
  });
});

describe('F2, fire equipment looked over', () => {
  it('counts what was looked over by the last day of its period', () => {
    const spotChecks = [
      givenSpotCheck({ checkedOn: '2026-08-31' }),
      givenSpotCheck({ checkedOn: null }),
      givenSpotCheck({ dueOn: '2026-06-30', checkedOn: null }),
      givenSpotCheck({ dueOn: '2026-10-31', checkedOn: null }),
    ];

    expect(lineOf('F2', { spotChecks })).toMatchObject({ numerator: '1', denominator: '2', score: '0.00' });
  });

  it.each([
    [16, '0.00'],
    [18, '1.50'],
    [20, '3.00'],
  ])('with %i of 20 gives %s of 3', (times, score) => {
    const spotChecks = [...several(times, givenSpotCheck), ...several(20 - times, () => givenSpotCheck({ checkedOn: null }))];

    expect(lineOf('F2', { spotChecks })).toMatchObject({ score });
  });
});

describe('F3, fire equipment intact', () => {
  it.each([
    [18, '0.00'],
    [19, '1.00'],
    [20, '2.00'],
  ])('with %i of 20 intact gives %s of 2', (intact, score) => {
    const fireEquipment = [...several(intact, givenExtinguisher), ...several(20 - intact, () => givenExtinguisher({ intact: false }))];

    expect(lineOf('F3', { fireEquipment })).toMatchObject({ score });
  });

  it('gives nothing for a year without a test of the facilities that passed', () => {
    const fireEquipment = several(20, () => givenExtinguisher({ ofWholeYear: true }));
    const tested = (...placeChecks: readonly FactRow[]) => lineOf('F3', { fireEquipment, placeChecks });

    expect(tested()).toMatchObject({ numerator: '0', score: '0.00', facts: { testMissing: '1' } });
    expect(tested(givenFacilitiesTest({ passed: false }), givenFacilitiesTest({ kind: 'pumpRun' }))).toMatchObject({ score: '0.00' });
    expect(tested(givenFacilitiesTest())).toMatchObject({ numerator: '20', score: '2.00' });
  });

  it('asks a quarter for no test', () => {
    expect(lineOf('F3', { fireEquipment: [givenExtinguisher()] })).toMatchObject({ score: '2.00' });
  });
});

describe('what would raise a score', () => {
  it('is to do what is still open, while the period runs', () => {
    const running = windowOf({ from: '2026-07-01', until: '2026-10-01' }, '2026-08-15');
    const rows: Rows = {
      occurrences: [
        givenOccurrence({ dueOn: '2026-08-14' }),
        givenMiss({ dueOn: '2026-08-14' }),
        givenMiss({ dueOn: '2026-08-15' }),
        givenMiss({ dueOn: '2026-08-20' }),
      ],
    };
    const { gains } = explain(dualPrevention, { sums: sumsFrom(dualPrevention, rows, running) });
    const acts = gains.filter(({ indicator }) => indicator === 'D1').map(({ act, on, count }) => [act, on, count]);

    expect(acts).toEqual([['checkInTime', 'open', 2]]);
  });
});
