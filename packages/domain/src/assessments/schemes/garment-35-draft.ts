import { dimensionCodes, type IndicatorCode } from '../indicators/codes.ts';
import type { Scheme, SchemeIndicator, ZeroPolicy } from '../scheme.ts';
import type { ScoreFunction } from '../score-function.ts';
import { defaultBands, defaultRules } from './defaults.ts';
import { indicatorsC, indicatorsF } from './indicators-c-f.ts';
import { indicatorsD } from './indicators-d.ts';
import { defaultBonuses, defaultMaluses } from './points-rules.ts';
import { defaultVetoes } from './veto-rules.ts';

type Row = readonly [code: Exclude<IndicatorCode, `C${number}` | `D${number}`>, weight: string, by: ScoreFunction, zero: ZeroPolicy];

const lin = (lo: string, hi = '1'): ScoreFunction => ({ fn: 'lin', lo, hi });
const certified: ScoreFunction = {
  fn: 'steps',
  steps: [
    { atLeast: '1', gives: '1' },
    { atLeast: '0.95', gives: '0.5' },
  ],
};

/** Weights, functions and zero policies of 11.4. What nothing in the product records yet; each then becomes a file of its own. */
const awaited: readonly Row[] = [
  ['A1', '8', { fn: 'deduct' }, 'full'],
  ['A2', '4', { fn: 'neg', good: '0.003', bad: '0.006' }, 'na'],
  ['A3', '3', lin('0.6'), 'full'],
  ['B1', '3', lin('0.8'), 'na'],
  ['B2', '3', lin('0.6'), 'zero'],
  ['B3', '2', lin('0'), 'na'],
  ['B4', '2', lin('0'), 'na'],
  ['B5', '2', lin('0'), 'na'],
  ['E1', '3', lin('0.9'), 'full'],
  ['E2', '2', lin('0.8'), 'full'],
  ['E3', '3', lin('0.7'), 'na'],
  ['E4', '3', certified, 'na'],
  ['E5', '2', lin('0.7'), 'zero'],
  ['F4', '4', lin('0.8'), 'na'],
  ['G1', '3', lin('0'), 'na'],
  ['G2', '1', lin('0'), 'na'],
  ['G3', '2', lin('0.6'), 'na'],
  ['H1', '2', lin('0.9'), 'na'],
  ['H2', '2', lin('0.5', '0.9'), 'zero'],
  ['H3', '1', lin('0.7'), 'na'],
  ['H4', '1', lin('0', '0.05'), 'na'],
];

function awaitedIndicator([code, weight, by, zero]: Row): SchemeIndicator {
  return { code, dimension: code.slice(0, 1), name: null, weight, on: true, zero, by, source: { kind: 'awaited' } };
}

/** The 35 indicators of a garment and textile group, 100 points, as a draft: it shows what the product does not record yet. */
export const garment35Draft: Scheme = {
  ...defaultRules,
  code: 'garment-35',
  version: 1,
  name: null,
  periodKinds: ['quarter', 'half', 'year'],
  unitKinds: ['subsidiary', 'factory'],
  dimensions: dimensionCodes.map((code) => ({ code, name: null })),
  indicators: [...awaited.map(awaitedIndicator), ...indicatorsC, ...indicatorsD, ...indicatorsF].toSorted((a, b) =>
    a.code < b.code ? -1 : 1,
  ),
  bands: defaultBands,
  bonus: { cap: '5', how: 'sum', rules: defaultBonuses },
  malus: { cap: '10', rules: defaultMaluses },
  vetoes: defaultVetoes,
};
