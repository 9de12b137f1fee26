import { describe, expect, it } from 'vitest';

import { gradeOf } from './band-faults.ts';
import { decimal, written } from './exact.ts';
import { prepare } from './prepared.ts';
import { type Band, type Scheme, type SchemeIndicator, schemeInput } from './scheme.ts';
import { faultsOf } from './scheme-faults.ts';
import { dualPreventionV1 } from './schemes/dual-prevention-v1.ts';
import { garment35Draft } from './schemes/garment-35-draft.ts';
import { hazardTreatmentV1 } from './schemes/hazard-treatment-v1.ts';
import { givenScheme } from './testing/given-facts.ts';

const band = (grade: string, from: string, below: string | null): Band => ({ grade, name: null, from, below, coefficient: null });
const faultsWith = (over: Partial<Scheme>) => faultsOf(givenScheme(over)).map(({ fault, facts }) => [fault, facts]);
const onlyIndicator = (over: Partial<SchemeIndicator>) => ({
  indicators: givenScheme()
    .indicators.slice(2, 3)
    .map((each) => ({ ...each, ...over })),
});

describe('the shipped schemes', () => {
  it.each([hazardTreatmentV1, dualPreventionV1, garment35Draft])('$code is read from outside as it stands, and has no fault', (scheme) => {
    expect(schemeInput.parse(JSON.parse(JSON.stringify(scheme)))).toEqual(scheme);
    expect(faultsOf(scheme)).toEqual([]);
  });
});

describe('what comes from outside', () => {
  it.each(['\u0000', '\ud800'])('carries no text that cannot be stored: %j', (value) => {
    const counts = { table: 'hazards', where: { column: 'stage', is: value } } as const;
    const rule = { code: 'sunny', name: null, points: '1', counts };
    const source = { kind: 'built', indicator: 'D3', params: { graceDays: value } } as const;

    expect(schemeInput.safeParse(givenScheme({ malus: { cap: '10', rules: [rule] } })).success).toBe(false);
    expect(schemeInput.safeParse(givenScheme(onlyIndicator({ source }))).success).toBe(false);
  });
});

describe('bands', () => {
  it('put every total in one grade, the lower end included and the upper one not', () => {
    const totals = ['0.00', '59.99', '60.00', '79.99', '80.00', '89.99', '90.00', '100.00'];

    expect(totals.map((total) => gradeOf(hazardTreatmentV1.bands, total))).toEqual(['D', 'D', 'C', 'C', 'B', 'B', 'A', 'A']);
  });

  it('hold every cent of the full marks once', () => {
    const { bands } = hazardTreatmentV1;
    for (let cents = 0n; cents <= 10_000n; cents += 1n) {
      const total = written({ n: cents, d: 100n });
      const holding = bands.filter(
        ({ from, below }) => decimal(from).n * 100n <= cents && (below === null || cents < decimal(below).n * 100n),
      );

      expect([holding.length, holding[0]?.grade]).toEqual([1, gradeOf(bands, total)]);
    }
  });

  it.each<readonly [string, Band[], unknown]>([
    ['a gap between two', [band('A', '90', null), band('B', '0', '89.99')], [['band_gap', { from: '89.99', below: '90' }]]],
    ['a gap at the bottom', [band('A', '90', null), band('B', '60', '90')], [['band_gap', { from: '0', below: '60' }]]],
    ['a gap at the top', [band('A', '60', '95'), band('B', '0', '60')], [['band_gap', { from: '95', below: '100' }]]],
    ['the full marks left out', [band('A', '60', '100'), band('B', '0', '60')], [['band_gap', { from: '100', below: '100' }]]],
    ['an overlap', [band('A', '85', null), band('B', '0', '90')], [['band_overlap', { from: '85', below: '90' }]]],
    [
      'two at the top',
      [band('A', '60', null), band('B', '90', null), band('C', '0', '60')],
      [['band_overlap', { from: '90', below: '100' }]],
    ],
    ['an end beyond the full marks', [band('A', '60', '120'), band('B', '0', '60')], [['band_outside', { from: '120', below: '100' }]]],
    ['a band beyond the full marks', [band('A', '120', null), band('B', '0', '120')], [['band_outside', { from: '120', below: '100' }]]],
  ])('name %s', (_said, bands, faults) => {
    expect(faultsWith({ bands, vetoes: [] })).toEqual(faults);
  });

  it('may end in one for the full marks alone', () => {
    expect(faultsWith({ bands: [band('A', '100', null), band('B', '0', '100')], vetoes: [] })).toEqual([]);
  });
});

describe('a scheme', () => {
  it.each<readonly [string, Partial<Scheme>, string]>([
    ['uses a code twice', { dimensions: [...givenScheme().dimensions, ...givenScheme().dimensions] }, 'code_twice'],
    ['has an indicator in no dimension', onlyIndicator({ dimension: 'X' }), 'dimension_unknown'],
    [
      'names an indicator that is not built in',
      onlyIndicator({ source: { kind: 'built', indicator: 'Z9', params: {} } }),
      'indicator_unknown',
    ],
    [
      'gives parameters that do not fit',
      onlyIndicator({ source: { kind: 'built', indicator: 'D3', params: { graceDays: -1 } } }),
      'params_invalid',
    ],
    [
      'gives parameters that nobody asks for',
      onlyIndicator({ source: { kind: 'built', indicator: 'D4', params: { extra: 1 } } }),
      'params_invalid',
    ],
    ['has a function with its ends the wrong way round', onlyIndicator({ by: { fn: 'lin', lo: '1', hi: '0.7' } }), 'function_crooked'],
    ['weighs something nothing', onlyIndicator({ weight: '0' }), 'weight_nothing'],
    ['switches everything off', onlyIndicator({ on: false }), 'weight_nothing'],
    ['looks at a measure it has not', onlyIndicator({ zero: { zeroIf: 'graveRisks' } }), 'zero_policy_unknown'],
    ['looks at an indicator it has not', onlyIndicator({ zero: { fullIf: 'D1', atLeast: '0.6' } }), 'zero_policy_unknown'],
    ['looks at itself', onlyIndicator({ zero: { fullIf: 'D3', atLeast: '0.6' } }), 'zero_policy_circular'],
    ['limits to a grade it has not', { vetoes: [{ code: 'V9', name: null, bestGrade: 'X', suggests: null }] }, 'grade_unknown'],
    ['asks for no share of the weight', { insufficientShare: '0' }, 'share_nothing'],
  ])('that %s is named', (_said, over, fault) => {
    expect(faultsWith(over).map(([name]) => name)).toEqual([fault]);
  });

  it('may switch an indicator off, which then is neither counted nor weighed', () => {
    const indicators = givenScheme().indicators.map((each) => ({ ...each, on: each.code !== 'D1' }));

    expect(faultsWith({ indicators })).toEqual([]);
    expect(prepare(givenScheme({ indicators })).indicators.map(({ of }) => of.code)).not.toContain('D1');
  });

  it('that counts by a column which is not there is named, with the column', () => {
    const counts = { table: 'hazards', where: { column: 'weather', is: 'fine' } } as const;
    const rule = { code: 'sunny', name: null, points: '1', counts };
    const source = { kind: 'amount', terms: [{ measure: counts, times: '2' }] } as const;

    expect(faultsWith({ malus: { cap: '10', rules: [rule] } })).toEqual([
      ['column_unknown', { code: 'sunny', table: 'hazards', column: 'weather' }],
    ]);
    expect(faultsWith(onlyIndicator({ source: { kind: 'amount', terms: [...source.terms] } }))).toHaveLength(1);
  });

  it('whose parts do not make a whole is named', () => {
    const part = (code: string, share: string, dimensions: string[]) => ({ code, name: null, share, dimensions });
    const faults = (...parts: ReturnType<typeof part>[]) =>
      faultsWith({ composition: { parts, missing: 'rescale' } }).map(([name]) => name);

    expect(faults(part('p', '1', ['D']))).toEqual([]);
    expect(faults(part('p', '0.9', ['D']))).toEqual(['shares_not_whole']);
    expect(faults(part('p', '0.5', ['D']), part('q', '0.5', ['D']))).toEqual(['dimension_in_two_parts']);
    expect(faults(part('p', '1', ['X']))).toEqual(['dimension_unknown', 'dimension_in_no_part']);
    expect(faults(part('p', '1', ['D']), part('q', '0', []))).toEqual(['share_nothing']);
  });

  it('with a fault is not prepared: the refusal names it', () => {
    expect(() => prepare(givenScheme({ insufficientShare: '0' }))).toThrow('assessments.share_nothing');
  });

  it('with two indicators that look at each other is named', () => {
    const [first, second] = givenScheme().indicators;
    const zero = (fullIf: string) => ({ zero: { fullIf, atLeast: '0.6' } });
    const circular =
      first && second
        ? [
            { ...first, ...zero('D2') },
            { ...second, ...zero('D1') },
          ]
        : [];

    expect(faultsWith({ indicators: circular }).map(([name]) => name)).toEqual(['zero_policy_circular', 'zero_policy_circular']);
  });

  it('counts each measure once, whoever asks for it', () => {
    const [majors] = givenScheme().indicators.filter(({ code }) => code === 'D3');
    const indicators = majors === undefined ? [] : [majors, { ...majors, code: 'twin' }];
    const [one, both] = [indicators.slice(0, 1), indicators].map((each) => prepare(givenScheme({ indicators: each })));

    expect(both?.measures).toEqual(one?.measures);
    expect(both?.indicators[1]?.slots).toEqual(both?.indicators[0]?.slots);
  });
});
