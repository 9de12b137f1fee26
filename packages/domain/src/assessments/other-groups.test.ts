import { describe, expect, it } from 'vitest';

import { assess, type UnitFacts } from './assess.ts';
import { prepare } from './prepared.ts';
import { type Scheme, schemeInput } from './scheme.ts';
import { faultsOf } from './scheme-faults.ts';
import { factsFrom, givenHazard, givenScheme, several, type Rows } from './testing/given-facts.ts';
import published from './testing/other-groups.json' with { type: 'json' };

/** The rules that other groups publish, written down as data alone. */
const schemeOf = (name: keyof typeof published): Scheme => schemeInput.parse({ ...givenScheme(), ...published[name] });

const prepared = (name: keyof typeof published) => prepare(schemeOf(name));
const resultOf = (name: keyof typeof published, facts: Partial<UnitFacts> = {}, rows: Rows = {}) => {
  const scheme = prepared(name);
  return assess(scheme, { ...factsFrom(rows, scheme), ...facts });
};
const given = (points: Readonly<Record<string, string>>, outOf = '100') =>
  Object.fromEntries(Object.entries(points).map(([code, each]) => [code, { points: each, outOf }]));

describe('the published rules of other groups', () => {
  it.each(Object.keys(published) as (keyof typeof published)[])('%s is pure data without a fault', (name) => {
    expect(faultsOf(schemeOf(name))).toEqual([]);
  });
});

describe('a group with bands at 95, 90 and 80', () => {
  it.each([
    ['94.99', 'second'],
    ['95', 'first'],
    ['90', 'second'],
    ['89.99', 'third'],
    ['80', 'third'],
    ['79.99', 'none'],
  ])('grades %s as %s', (points, grade) => {
    expect(resultOf('bands959080', { given: given({ all: points }) })).toMatchObject({ grade, final: Number(points).toFixed(2) });
  });

  it('gives only the highest bonus, once', () => {
    const bonuses = [
      { rule: 'province', matter: 'prize' },
      { rule: 'city', matter: 'other prize' },
      { rule: 'city', matter: 'third prize' },
    ];

    expect(resultOf('bands959080', { given: given({ all: '90' }), bonuses })).toMatchObject({ bonus: '2.00', final: '92.00' });
    expect(resultOf('bands959080', { given: given({ all: '99' }), bonuses })).toMatchObject({ bonus: '2.00', final: '100.00' });
  });

  it('would give all of them, the same matter once, where the scheme says so', () => {
    const summing = prepare({ ...schemeOf('bands959080'), bonus: { ...schemeOf('bands959080').bonus, how: 'sum' } });
    const bonuses = [
      { rule: 'province', matter: 'prize' },
      { rule: 'city', matter: 'prize' },
      { rule: 'city', matter: 'other prize' },
    ];

    expect(assess(summing, { ...factsFrom({}, summing), given: given({ all: '50' }), bonuses })).toMatchObject({ bonus: '3.00' });
  });
});

describe('a group that composes half from records and half from the check on site', () => {
  const records = { hazards: [...several(17, givenHazard), ...several(3, () => givenHazard({ submittedOn: '2026-08-20' }))] };

  it('takes each half for itself, rescaled to 100', () => {
    const result = resultOf('halfAndHalf', { given: given({ order: '40', papers: '45' }, '50') }, records);

    /** 85 % on time between 70 and 100 is half; 85 of 100 on site. */
    expect(result.parts).toMatchObject([{ base: '50.00' }, { base: '85.00' }]);
    expect(result).toMatchObject({ base: '67.50', grade: 'C' });
  });

  it('leaves the whole to the records while nobody has been on site', () => {
    expect(resultOf('halfAndHalf', {}, records)).toMatchObject({ status: 'scored', base: '50.00' });
  });

  it('does not count half a check on site for a whole one: data are insufficient', () => {
    expect(resultOf('halfAndHalf', { given: given({ papers: '45' }, '50') }, records)).toMatchObject({
      status: 'insufficientData',
      final: null,
    });
  });

  it('counts a missing part as nothing where the scheme says so', () => {
    const strict = schemeOf('halfAndHalf');
    const zero = prepare({ ...strict, composition: strict.composition && { ...strict.composition, missing: 'zero' } });

    expect(assess(zero, factsFrom(records, zero))).toMatchObject({ base: '25.00' });
  });
});

describe('a standardisation of 1,000 points with 缺项', () => {
  const full = Object.fromEntries(schemeOf('thousandPoints').indicators.map(({ code, weight }) => [code, weight]));

  it('comes to 1,000 when nothing is missing and nothing was taken off', () => {
    const points = Object.fromEntries(Object.entries(full).map(([code, weight]) => [code, { points: weight, outOf: weight }]));

    expect(resultOf('thousandPoints', { given: points })).toMatchObject({ final: '1000.00', grade: 'level1' });
  });

  it('rescales what is applicable to 1,000 when an element is missing', () => {
    const { dormitory: _left, ...applicable } = full;
    const points = Object.fromEntries(
      Object.entries(applicable).map(([code, weight]) => [code, { points: String(Number(weight) * 0.8), outOf: weight }]),
    );

    expect(resultOf('thousandPoints', { given: points })).toMatchObject({
      applicableWeight: '880.00',
      weightOn: '1000.00',
      final: '800.00',
      grade: 'level2',
    });
  });
});

describe('a group that takes points off for each finding until none are left', () => {
  const overdue = (times: number) => ({
    hazards: several(times, () => givenHazard({ stage: 'rectifying', dueOn: '2026-08-06', submittedOn: null })),
  });

  it.each([
    [0, '20.00', '100.00'],
    [3, '14.00', '70.00'],
    [10, '0.00', '0.00'],
    [25, '0.00', '0.00'],
  ])('%i findings leave %s of 20', (times, score, final) => {
    const { lines, final: total } = resultOf('pointsOff', {}, overdue(times));

    expect(lines).toMatchObject([{ numerator: String(2 * times), denominator: null, score }]);
    expect(total).toBe(final);
  });
});

describe('a group that writes its own rate', () => {
  it('counts it by a measure in the scheme, without code', () => {
    const hazards = [...several(3, givenHazard), givenHazard({ stage: 'rectifying' })];

    expect(resultOf('ownRate', {}, { hazards }).lines).toMatchObject([{ numerator: '3', denominator: '4', value: '75.00', score: '7.50' }]);
    expect(resultOf('ownRate', {}, {}).lines).toMatchObject([{ denominator: '0', value: null, score: null }]);
  });
});
