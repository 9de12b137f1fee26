import { describe, expect, it } from 'vitest';

import { assess } from '../assess.ts';
import type { FactRow } from '../facts.ts';
import { factsFrom, givenHazard, givenLookBack, several, type Rows } from '../testing/given-facts.ts';
import { hazardTreatment } from '../testing/given-facts.ts';

const lineOf = (wanted: string, rows: Rows) => assess(hazardTreatment, factsFrom(rows)).lines.find(({ code }) => code === wanted);

describe('D3, major hazards treated', () => {
  const givenMajor = (over: Parameters<typeof givenHazard>[0] = {}) => givenHazard({ level: 'major', ...over });
  const d3 = (...hazards: readonly FactRow[]) => lineOf('D3', { hazards });

  it('is full when there was none', () => {
    expect(d3(givenHazard())).toMatchObject({ reason: 'fullByZero', score: '5.00', value: null, denominator: '0' });
  });

  it.each([
    ['in time', { submittedOn: '2026-08-06' }, '1', '5.00'],
    ['a day late', { submittedOn: '2026-08-07' }, '0.5', '2.50'],
    ['seven days late', { submittedOn: '2026-08-13' }, '0.5', '2.50'],
    ['eight days late', { submittedOn: '2026-08-14' }, '0', '0.00'],
    ['in time without all five commitments', { planComplete: false }, '0', '0.00'],
    ['due on the last day and still open', { stage: 'rectifying', dueOn: '2026-09-30', submittedOn: null }, '1', '5.00'],
    ['a day over on the last day', { stage: 'rectifying', dueOn: '2026-09-29', submittedOn: null }, '0.5', '2.50'],
    ['seven days over on the last day', { stage: 'assigned', dueOn: '2026-09-23', submittedOn: null }, '0.5', '2.50'],
    ['eight days over on the last day', { stage: 'assigned', dueOn: '2026-09-22', submittedOn: null }, '0', '0.00'],
    ['handed in early and sent back, a day over', { stage: 'rectifying', dueOn: '2026-09-29', submittedOn: '2026-09-20' }, '0.5', '2.50'],
  ])('%s counts %#', (_said, over, numerator, score) => {
    expect(d3(givenMajor(over))).toMatchObject({ numerator, denominator: '1', score });
  });

  it('averages over the majors of the period, which void ones do not belong to', () => {
    const hazards = [
      givenMajor(),
      givenMajor({ submittedOn: '2026-08-10' }),
      givenMajor({ stage: 'void' }),
      givenMajor({ dueOn: '2026-06-30' }),
    ];

    expect(d3(...hazards)).toMatchObject({ numerator: '1.5', denominator: '2', value: '75.00', score: '3.75' });
  });

  it('counts a suggestion that nobody answered in its 24 hours as nothing, and no answered one', () => {
    const unanswered = givenHazard({ suggestion: 'open', suggestionDueOn: '2026-09-30' });
    const others = [
      givenHazard({ suggestion: 'open', suggestionDueOn: '2026-10-01' }),
      givenHazard({ suggestion: 'denied', suggestionDueOn: '2026-08-01' }),
    ];

    expect(d3(givenMajor(), unanswered, ...others)).toMatchObject({ numerator: '1', denominator: '2', score: '2.50' });
    expect(d3(givenMajor({ suggestion: 'denialProposed', suggestionDueOn: '2026-08-01' }))).toMatchObject({ denominator: '1' });
  });
});

describe('D4, look-backs done', () => {
  const d4 = (...lookBacks: readonly FactRow[]) => lineOf('D4', { lookBacks });

  it('is left out when none was due', () => {
    expect(d4(givenLookBack({ dueOn: '2026-10-01' }))).toMatchObject({ status: 'na', reason: 'naByZero', score: null });
  });

  it('counts those made by the last day of their window, whatever they found', () => {
    const made = [
      givenLookBack({ lookedOn: '2026-08-31' }),
      givenLookBack({ result: 'relapsed' }),
      givenLookBack({ lookedOn: '2026-09-01' }),
      givenLookBack({ result: null, lookedOn: null }),
      givenLookBack({ result: null, lookedOn: null, lapsed: true }),
    ];

    expect(d4(...made)).toMatchObject({ numerator: '2', denominator: '4', value: '50.00', score: '0.00' });
  });

  it('rises from 60 %', () => {
    expect(d4(...several(4, givenLookBack), givenLookBack({ result: null, lookedOn: null }))).toMatchObject({
      value: '80.00',
      score: '1.00',
    });
  });
});

describe('D5, recurrent hazards', () => {
  const d5 = (...hazards: readonly FactRow[]) => lineOf('D5', { hazards });
  const recurrent = () => givenHazard({ recurrent: true });

  it('is left out when nothing was found', () => {
    expect(d5(givenHazard({ registeredOn: '2026-06-30' }), givenHazard({ stage: 'void' }))).toMatchObject({
      status: 'na',
      reason: 'naByZero',
    });
  });

  it.each([
    [0, '0.00', '3.00'],
    [1, '5.00', '3.00'],
    [2, '10.00', '2.00'],
    [3, '15.00', '1.00'],
    [4, '20.00', '0.00'],
    [20, '100.00', '0.00'],
  ])('with %i recurrent of 20 is %s %% and %s points', (times, value, score) => {
    expect(d5(...several(20 - times, givenHazard), ...several(times, recurrent))).toMatchObject({ value, score });
  });

  it('counts a relapse that a look-back found in the period as found again', () => {
    const relapsed = givenHazard({ registeredOn: '2026-03-02', dueOn: '2026-03-05', relapsedOn: '2026-09-30' });

    const before = givenHazard({ registeredOn: '2026-03-02', dueOn: '2026-03-05', relapsedOn: '2026-06-30' });

    expect(d5(...several(9, givenHazard), relapsed, before)).toMatchObject({ numerator: '1', denominator: '10', score: '2.00' });
  });
});

describe('D6, the share found by oneself', () => {
  const from = (source: string) => () => givenHazard({ source });
  const d6 = (...hazards: readonly FactRow[]) => lineOf('D6', { hazards });

  it('scores nothing when nobody found anything', () => {
    expect(d6()).toMatchObject({ status: 'scored', reason: 'zeroByZero', score: '0.00', value: null });
  });

  it('is full when only the unit itself found something', () => {
    expect(d6(...several(3, from('employeeReport')))).toMatchObject({ value: '100.00', score: '2.00' });
  });

  it.each([
    [5, '50.00', '0.00'],
    [7, '70.00', '1.00'],
    [9, '90.00', '2.00'],
  ])('with %i of 10 is %s %% and %s points', (own, value, score) => {
    expect(d6(...several(own, from('selfCheck')), ...several(10 - own, from('authority')))).toMatchObject({ value, score });
  });

  it('leaves out doubted and void records of its own, and what was found neither way', () => {
    const hazards = [
      givenHazard(),
      givenHazard({ suspectFake: true }),
      givenHazard({ stage: 'void' }),
      givenHazard({ source: 'accidentFollowup' }),
      givenHazard({ source: 'campaign' }),
      givenHazard({ source: 'expert', suspectFake: true }),
      givenHazard({ source: 'groupInspection' }),
    ];

    expect(d6(...hazards)).toMatchObject({ numerator: '1', denominator: '3', facts: { external: '2', doubted: '1' } });
  });
});
