import { describe, expect, it } from 'vitest';

import { assess } from '../assess.ts';
import type { FactRow } from '../facts.ts';
import { factsFrom, type Rows, several } from '../testing/given-facts.ts';
import { comprehensive, givenIncident, givenInjury, givenMonths } from '../testing/given-people.ts';

const result = (rows: Rows) => assess(comprehensive, factsFrom(rows, comprehensive));
const lineOf = (code: string, rows: Rows) => result(rows).lines.find((line) => line.code === code);

describe('A1, accidents that the unit answers for', () => {
  const a1 = (...incidents: readonly FactRow[]) => lineOf('A1', { incidents });

  it('is whole without one', () => {
    expect(a1()).toMatchObject({ status: 'scored', reason: null, numerator: '0', denominator: null, score: '8.00' });
  });

  it.each([
    ['one minor injury', [givenInjury({ minor: 1 })], '7.50'],
    ['five in one accident', [givenInjury({ minor: 5 })], '5.50'],
    ['six', [givenInjury({ minor: 6 })], '5.00'],
    ['seven in two accidents: those stop at 3', [givenInjury({ minor: 4 }), givenInjury({ minor: 3 })], '5.00'],
    ['one serious injury', [givenInjury({ serious: 1 })], '4.00'],
    ['two', [givenInjury({ serious: 2 })], '0.00'],
    ['three, never below nothing', [givenInjury({ serious: 3 })], '0.00'],
    ['a death', [givenInjury({ deaths: 1 })], '0.00'],
    ['a fire', [givenIncident({ fire: true })], '6.00'],
    ['a loss of property', [givenIncident({ property: true })], '5.00'],
    ['all kinds short of the whole', [givenInjury({ minor: 2 }), givenIncident({ fire: true }), givenIncident({ property: true })], '2.00'],
    ['a near miss', [givenIncident()], '8.00'],
  ])('%s leaves %#', (_said, incidents, score) => {
    expect(a1(...incidents)).toMatchObject({ score });
  });

  it.each([
    ['shared', { responsibility: 'shared' }, '4.00'],
    ['not decided yet', { responsibility: 'pending' }, '4.00'],
    ['not answered for', { responsibility: 'none' }, '8.00'],
    ['no production accident', { production: false }, '8.00'],
    ['on the last day', { occurredOn: '2026-09-30' }, '4.00'],
    ['a day later', { occurredOn: '2026-10-01' }, '8.00'],
    ['a day before', { occurredOn: '2026-06-30' }, '8.00'],
  ])('one serious injury, %s, leaves %#', (_said, over, score) => {
    expect(a1(givenInjury({ serious: 1 }, over))).toMatchObject({ score });
  });

  it('says for how many nobody has decided yet', () => {
    expect(a1(givenInjury({ minor: 1 }, { responsibility: 'pending' }), givenInjury({ minor: 1 }))?.facts).toMatchObject({
      undecided: '1',
      minor: '2',
    });
  });
});

describe('A2, injuries to a thousand people', () => {
  const a2 = (headcount: number, incidents: readonly FactRow[], months = 12) =>
    lineOf('A2', { incidents, scopeMonths: givenMonths(headcount, {}, months) });

  it.each([
    [480, 0, '4.00'],
    [480, 1, '4.00'],
    [480, 2, '2.44'],
    [480, 3, '0.00'],
    [1000, 3, '4.00'],
    [1000, 6, '0.00'],
  ])('of %i people with %i minor injuries in the year gives %s', (headcount, minor, score) => {
    expect(a2(headcount, minor === 0 ? [] : [givenInjury({ minor })])).toMatchObject({ score });
  });

  it('counts serious injuries too, over the twelve months, and no death', () => {
    const year = [givenInjury({ serious: 1 }, { occurredOn: '2025-10-01' }), givenInjury({ deaths: 1 })];

    expect(a2(480, [...year, givenInjury({ minor: 1 })])).toMatchObject({ numerator: '2', denominator: '480', score: '2.44' });
    expect(a2(480, [givenInjury({ minor: 3 }, { occurredOn: '2025-09-30' })])).toMatchObject({ score: '4.00' });
    expect(a2(480, [givenInjury({ minor: 3 }, { production: false })])).toMatchObject({ score: '4.00' });
  });

  it('is left out without people', () => {
    expect(lineOf('A2', { incidents: [givenInjury({ minor: 1 })] })).toMatchObject({ reason: 'naByZero', score: null });
    expect(a2(0, [givenInjury({ minor: 1 })])).toMatchObject({ reason: 'naByZero', score: null });
  });

  it('makes a part of a year of a unit that has been there for months', () => {
    expect(a2(1600, [givenInjury({ minor: 2 })], 3)).toMatchObject({ denominator: '400', score: '1.33', facts: { months: '3' } });
  });

  it.each([
    [99, [givenInjury({ minor: 1 })], '2.00', true],
    [100, [givenInjury({ minor: 1 })], '0.00', false],
    [99, [givenInjury({ minor: 2 })], '0.00', false],
    [99, [givenInjury({ serious: 1 })], '0.00', false],
  ])('with %i people guards one minor injury alone (%#)', (headcount, incidents, score, guarded) => {
    const line = a2(headcount, incidents);

    expect(line).toMatchObject({ score });
    expect(line?.facts['smallUnit']).toBe(guarded ? '1' : undefined);
  });

  it('guards by the people who were there, not by the part of the year', () => {
    expect(a2(150, [givenInjury({ minor: 1 })], 6)?.facts['smallUnit']).toBeUndefined();
  });
});

describe('A3, events reported in time and truthfully', () => {
  const a3 = (...incidents: readonly FactRow[]) => lineOf('A3', { incidents });
  const late = () => givenIncident({ reportedInTime: false });

  it('is full without an event, near misses counted', () => {
    expect(a3()).toMatchObject({ reason: 'fullByZero', score: '3.00' });
    expect(a3(givenIncident({ reportable: false }))).toMatchObject({ reason: 'fullByZero' });
    expect(a3(givenIncident({ production: false }))).toMatchObject({ reason: 'fullByZero' });
  });

  it.each([
    [6, 10, '0.00'],
    [8, 10, '1.50'],
    [10, 10, '3.00'],
  ])('with %i of %i in time gives %s', (inTime, of, score) => {
    expect(a3(...several(inTime, givenIncident), ...several(of - inTime, late))).toMatchObject({ denominator: String(of), score });
  });

  it('leaves nothing where one was falsified or hidden, whatever the rest', () => {
    const rows = [...several(9, givenIncident), givenIncident({ falsified: true })];

    expect(a3(...rows)).toMatchObject({ numerator: '0', score: '0.00', facts: { falsified: '1' } });
  });
});

describe('what a person should look at', () => {
  const suggested = (rows: Rows) => result(rows).suggested.map(({ rule, count }) => [rule, count]);
  const death = (over: object = {}) => givenInjury({ deaths: 1 }, over);

  it.each([
    ['V1', death()],
    ['V1', death({ responsibility: 'shared' })],
    ['V2', givenIncident({ grade: 'larger' })],
    ['V2', givenIncident({ grade: 'extraordinary', responsibility: 'none' })],
    ['V3', givenIncident({ misreported: true })],
    ['V6', givenIncident({ fire: true, graveFire: true })],
    ['V7', givenIncident({ unlicensed: true })],
  ])('%s (%#)', (rule, incident) => {
    expect(suggested({ incidents: [incident] })).toEqual([[rule, 1]]);
  });

  it.each([
    ['a death for which nobody has decided yet who answers', death({ responsibility: 'pending' })],
    ['a death by illness', death({ production: false })],
    ['a death of the quarter before', death({ occurredOn: '2026-06-30' })],
    ['a general accident', givenIncident({ grade: 'ordinary' })],
    ['a grave fire that another answers for', givenIncident({ graveFire: true, responsibility: 'none' })],
  ])('is not %s', (_said, incident) => {
    expect(suggested({ incidents: [incident] })).toEqual([]);
  });

  it('is for the unit above a grave accident of the one below; no suggestion changes a grade', () => {
    const below = { id: 'below', unitId: 'company', occurredOn: '2026-08-03' };

    expect(suggested({ accidentsBelow: [below] })).toEqual([['childFatality', 1]]);
    expect(result({ incidents: [death()] }).grade).not.toBe('VETO');
  });
});
