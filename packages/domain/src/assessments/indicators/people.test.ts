import { describe, expect, it } from 'vitest';

import { assess } from '../assess.ts';
import { explain } from '../explain.ts';
import type { FactRow } from '../facts.ts';
import { factsFrom, type Rows, several, sumsFrom } from '../testing/given-facts.ts';
import {
  comprehensive,
  givenCertifiedPerson,
  givenDuty,
  givenLedInspection,
  givenLetter,
  givenLow,
  givenMonth,
  givenMonths,
  givenNewcomer,
  givenReporter,
  givenScope,
  givenTrainingYear,
  givenTransfer,
  givenViolation,
} from '../testing/given-people.ts';
import { windowOf } from '../window.ts';

const lineOf = (code: string, rows: Rows) => assess(comprehensive, factsFrom(rows, comprehensive)).lines.find((line) => line.code === code);
const mixed = (good: number, of: number, givens: readonly [() => FactRow, () => FactRow]) => [
  ...several(good, givens[0]),
  ...several(of - good, givens[1]),
];

describe('where the scores begin and end', () => {
  const unsigned = () => givenLetter({ signedOn: null });
  const untrained = () => givenNewcomer({ passedOn: null });
  const unprepared = () => givenTransfer({ passedOn: null });
  const unschooled = () => givenViolation({ educatedOn: null });
  const sets: readonly (readonly [string, string, readonly [() => FactRow, () => FactRow]])[] = [
    ['B1', 'letters', [givenLetter, unsigned]],
    ['E1', 'newcomers', [givenNewcomer, untrained]],
    ['E2', 'transfers', [givenTransfer, unprepared]],
    ['E3', 'trainingYears', [givenTrainingYear, () => givenTrainingYear(false)]],
    ['E5', 'violations', [givenViolation, unschooled]],
  ];

  it.each([
    ['B1', 16, '0.00'],
    ['B1', 18, '1.50'],
    ['B1', 20, '3.00'],
    ['E1', 18, '0.00'],
    ['E1', 19, '1.50'],
    ['E1', 20, '3.00'],
    ['E2', 16, '0.00'],
    ['E2', 18, '1.00'],
    ['E2', 20, '2.00'],
    ['E3', 14, '0.00'],
    ['E3', 17, '1.50'],
    ['E3', 20, '3.00'],
    ['E5', 14, '0.00'],
    ['E5', 17, '1.00'],
    ['E5', 20, '2.00'],
  ])('%s with %i of 20 is %s points', (code, good, score) => {
    const [, table, givens] = sets.find(([each]) => each === code) ?? ['', '', [givenLetter, givenLetter] as const];

    expect(lineOf(code, { [table]: mixed(good, 20, givens) })).toMatchObject({ denominator: '20', score });
  });
});

describe('nothing to count', () => {
  it.each([
    ['B1', {}, { reason: 'naByZero' }],
    ['B2', { scopes: [givenScope()] }, { reason: 'zeroByZero', score: '0.00' }],
    ['B2', { scopes: [givenScope({ openedOn: '2026-07-01' })] }, { reason: 'naByZero', score: null }],
    ['B2', { scopes: [givenScope({ openedOn: '2026-06-30' })] }, { reason: 'zeroByZero', score: '0.00' }],
    ['B3', {}, { reason: 'naByZero' }],
    ['B4', {}, { reason: 'naByZero' }],
    ['E1', {}, { reason: 'fullByZero', score: '3.00' }],
    ['E2', {}, { reason: 'fullByZero', score: '2.00' }],
    ['E3', {}, { reason: 'naByZero' }],
    ['E4', {}, { reason: 'naByZero' }],
    ['E5', { scopeMonths: givenMonths() }, { reason: 'fullByZero', score: '2.00' }],
    ['H4', { reporters: [givenReporter()] }, { reason: 'naByZero' }],
  ] satisfies [string, Rows, object][])('%s of %j answers by its policy', (code, rows, answer) => {
    expect(lineOf(code, rows)).toMatchObject(answer);
  });
});

describe('B1, letters of responsibility', () => {
  it.each([
    ['signed on the last day', { signedOn: '2026-09-30' }, '1', '1'],
    ['signed a day later', { signedOn: '2026-10-01' }, '0', '1'],
    ['required from the last day', { requiredOn: '2026-09-30', signedOn: null }, '0', '1'],
    ['required from the day after', { requiredOn: '2026-10-01', signedOn: null }, '0', '0'],
  ])('one %s counts %#', (_said, over, numerator, denominator) => {
    expect(lineOf('B1', { letters: [givenLetter(over)] })).toMatchObject({ numerator, denominator });
  });
});

describe('B2, duties of leaders', () => {
  it.each([
    ['done on the day', { doneOn: '2026-08-31' }, '1'],
    ['done a day late', { doneOn: '2026-09-01' }, '0.5'],
    ['done late within the cut-off', { doneOn: '2026-10-14' }, '0.5'],
    ['never done', { doneOn: null }, '0'],
  ])('one %s counts %#', (_said, over, numerator) => {
    expect(lineOf('B2', { leaderDuties: [givenDuty(over)] })).toMatchObject({ numerator, denominator: '1' });
  });

  it.each([
    [6, 0, '0.00'],
    [6, 4, '1.50'],
    [8, 0, '1.50'],
    [10, 0, '3.00'],
  ])('with %i on time and %i late of 10 gives %s', (onTime, late, score) => {
    const rows = [
      ...several(onTime, givenDuty),
      ...several(late, () => givenDuty({ doneOn: '2026-09-09' })),
      ...several(10 - onTime - late, () => givenDuty({ doneOn: null })),
    ];

    expect(lineOf('B2', { leaderDuties: rows })).toMatchObject({ score });
  });

  it('counts what is due in the period alone', () => {
    const rows = ['2026-06-30', '2026-07-01', '2026-09-30', '2026-10-01'].map((dueOn) => givenDuty({ dueOn, doneOn: dueOn }));

    expect(lineOf('B2', { leaderDuties: rows })).toMatchObject({ denominator: '2' });
  });
});

describe('B3, inspections led by a main person', () => {
  const b3 = (led: number, months: readonly FactRow[]) =>
    lineOf('B3', { ledInspections: several(led, givenLedInspection), scopeMonths: months });

  it.each([
    [0, 3, '0.00'],
    [1, 3, '2.00'],
    [2, 3, '2.00'],
    [1, 1, '2.00'],
    [1, 4, '2.00'],
  ])('%i in %i months of a quarter gives %s', (led, months, score) => {
    expect(b3(led, givenMonths(480, {}, months))).toMatchObject({ denominator: '1', score });
  });

  it('wants one in every month of high risk', () => {
    expect(b3(1, givenMonths(480, { highRisk: true }))).toMatchObject({ denominator: '3', score: '0.67' });
    expect(b3(3, givenMonths(480, { highRisk: true }))).toMatchObject({ score: '2.00' });
    expect(b3(2, [...givenMonths(480, {}, 2), givenMonth({ monthOn: '2026-07-31', highRisk: true })])).toMatchObject({ denominator: '2' });
  });

  it('wants one even of a part of a quarter, rounded up over a half year', () => {
    const half = windowOf({ from: '2026-04-01', until: '2026-10-01' }, '2026-10-14');
    const rows = { scopeMonths: givenMonths(480, {}, 4), ledInspections: [givenLedInspection()] };
    const { lines } = assess(comprehensive, { sums: sumsFrom(comprehensive, rows, half) });

    expect(lines.find(({ code }) => code === 'B3')).toMatchObject({ denominator: '2', score: '1.00' });
  });

  it('does not count one without a photo, or of another period', () => {
    const rows = [givenLedInspection({ photographed: false }), givenLedInspection({ doneOn: '2026-06-30' })];

    expect(lineOf('B3', { ledInspections: rows, scopeMonths: givenMonths() })).toMatchObject({ numerator: '0', facts: { unproven: '1' } });
  });
});

describe('B4, safety body and staffing', () => {
  it.each([
    [0, '0.00'],
    [1, '0.67'],
    [2, '1.33'],
    [3, '2.00'],
  ])('with %i of 3 month-ends staffed gives %s', (staffed, score) => {
    const months = ['2026-07-31', '2026-08-31', '2026-09-30'].map((monthOn, at) => givenMonth({ monthOn, staffed: at < staffed }));

    const others = [givenMonth({ monthOn: '2026-06-30', staffed: false }), givenMonth({ staffingKept: false, staffed: false })];

    expect(lineOf('B4', { scopeMonths: [...months, ...others] })).toMatchObject({
      denominator: '3',
      score,
    });
  });
});

describe('E1 and E2, trained before work', () => {
  it.each([
    ['passed on the first day', {}, '1', '1'],
    ['passed a day later', { passedOn: '2026-08-07' }, '0', '1'],
    ['with too few hours', { hoursMet: false }, '0', '1'],
    ['who left within three days', { leftAtOnce: true, passedOn: null }, '0', '0'],
    ['who joined on the last day', { joinedOn: '2026-09-30', startedOn: '2026-10-10', passedOn: '2026-10-09' }, '1', '1'],
    ['who joined a day later', { joinedOn: '2026-10-01' }, '0', '0'],
  ])('a newcomer %s counts %#', (_said, over, numerator, denominator) => {
    expect(lineOf('E1', { newcomers: [givenNewcomer(over)] })).toMatchObject({ numerator, denominator });
  });

  it('counts who came back like who changed posts', () => {
    const rows = [givenTransfer(), givenTransfer({ kind: 'returned', passedOn: '2026-08-07' })];

    expect(lineOf('E2', { transfers: rows })).toMatchObject({ numerator: '1', denominator: '2', score: '0.00' });
  });
});

describe('E4, certified on the lowest day', () => {
  it.each([
    [20, 20, '3.00'],
    [19, 20, '1.50'],
    [949, 1000, '0.00'],
    [0, 1, '0.00'],
  ])('%i of %i gives %s', (certified, rostered, score) => {
    expect(lineOf('E4', { certifiedLows: [givenLow(certified, rostered)] })).toMatchObject({ score });
  });

  it('names the persons who were without a certificate', () => {
    const certifiedPersons = [givenCertifiedPerson(), givenCertifiedPerson({ lapsed: true })];

    expect(lineOf('E4', { certifiedPersons, certifiedLows: [givenLow(1, 2)] })?.facts).toMatchObject({ uncertified: '1' });
  });
});

describe('E5, violations closed', () => {
  it.each([
    ['on the last day of the limit', {}, '1'],
    ['taught a day late', { educatedOn: '2026-08-19' }, '0'],
    ['handled a day late', { handledOn: '2026-08-19' }, '0'],
    ['never handled', { handledOn: null }, '0'],
  ])('one closed %s counts %#', (_said, over, numerator) => {
    expect(lineOf('E5', { violations: [givenViolation(over)] })).toMatchObject({ numerator, denominator: '1' });
  });

  it('asks of those found 15 days before the end', () => {
    const rows = ['2026-09-15', '2026-09-16'].map((foundOn) => givenViolation({ foundOn, handledOn: null, educatedOn: null }));

    expect(lineOf('E5', { violations: rows })).toMatchObject({ denominator: '1' });
  });

  it('gives nothing to a unit that found none and did not look in every month', () => {
    const months = [...givenMonths(480, {}, 2), givenMonth({ monthOn: '2026-07-31', behaviourChecked: false })];

    expect(lineOf('E5', { scopeMonths: months })).toMatchObject({ reason: 'zeroUndone', score: '0.00', facts: { unchecked: '1' } });
    expect(lineOf('E5', { scopeMonths: months, violations: [givenViolation()] })).toMatchObject({ reason: null, score: '2.00' });
  });
});

describe('H4, employees who report hazards', () => {
  it.each([
    ['quarter', 0, '0.00'],
    ['quarter', 12, '0.50'],
    ['quarter', 24, '1.00'],
    ['month', 12, '1.00'],
    ['half', 24, '0.50'],
    ['year', 72, '1.00'],
  ])('in a %s with %i of 480 people gives %s', (periodKind, reporters, score) => {
    const rows = { reporters: several(reporters, givenReporter), scopeMonths: givenMonths(480, { periodKind }, 3) };

    expect(lineOf('H4', rows)).toMatchObject({ denominator: '480', score });
  });
});

describe('what would raise the score of people', () => {
  it('is named with the records it is done on, the greatest gain first, and raises what it says', () => {
    const rows: Rows = {
      letters: [...several(17, givenLetter), ...several(3, () => givenLetter({ signedOn: null }))],
      scopes: [givenScope()],
      leaderDuties: [givenDuty(), givenDuty({ doneOn: null })],
      scopeMonths: [...givenMonths(480, {}, 2), givenMonth({ monthOn: '2026-07-31', staffed: false, behaviourChecked: false })],
      newcomers: [givenNewcomer(), givenNewcomer({ hoursMet: false })],
      transfers: [givenTransfer({ passedOn: null })],
      trainingYears: [givenTrainingYear(), givenTrainingYear(false)],
      certifiedPersons: [givenCertifiedPerson({ lapsed: true })],
      certifiedLows: [givenLow(0, 1)],
    };
    const { gains } = explain(comprehensive, factsFrom(rows, comprehensive));
    const told = new Map(gains.map(({ indicator, act, on, count, scoreGain }) => [`${indicator} ${act}`, { on, count, scoreGain }]));

    expect(told.get('B1 signLetters')).toEqual({ on: 'unsigned', count: 3, scoreGain: '2.25' });
    expect(told.get('B2 hadDoneDuties')).toEqual({ on: 'missed', count: 1, scoreGain: '3.00' });
    expect(told.get('B3 leadInspections')).toEqual({ on: null, count: 1, scoreGain: '2.00' });
    expect(told.get('B4 fillSafetyPosts')).toEqual({ on: 'unstaffed', count: 1, scoreGain: '0.67' });
    expect(told.get('E1 trainNewcomers')).toMatchObject({ count: 1, scoreGain: '3.00' });
    expect(told.get('E2 trainTransferred')).toMatchObject({ count: 1, scoreGain: '2.00' });
    expect(told.get('E3 completeHours')).toMatchObject({ count: 1, scoreGain: '3.00' });
    expect(told.get('E4 certify')).toMatchObject({ count: 1, scoreGain: '3.00' });
    expect(told.get('E5 checkBehaviour')).toMatchObject({ on: null, count: 1, scoreGain: '2.00' });
    expect(told.get('H4 raiseReporters')).toMatchObject({ on: null, count: 24, scoreGain: '1.00' });
  });
});
