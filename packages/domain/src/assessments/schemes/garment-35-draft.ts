import { dimensionCodes } from '../indicators/codes.ts';
import type { Scheme, SchemeIndicator } from '../scheme.ts';
import { lin, type Row } from './built.ts';
import { comprehensiveV1 } from './comprehensive-v1.ts';
import { defaultBands, defaultRules } from './defaults.ts';
import { defaultBonuses, defaultMaluses } from './points-rules.ts';
import { defaultVetoes } from './veto-rules.ts';

/** Weights, functions and zero policies of 11.4. What nothing in the product records yet; each then becomes a file of its own. */
const awaited: readonly Row[] = [
  ['B5', '2', lin('0'), 'na'],
  ['F4', '4', lin('0.8'), 'na'],
  ['G1', '3', lin('0'), 'na'],
  ['G2', '1', lin('0'), 'na'],
  ['G3', '2', lin('0.6'), 'na'],
  ['H1', '2', lin('0.9'), 'na'],
  ['H2', '2', lin('0.5', '0.9'), 'zero'],
  ['H3', '1', lin('0.7'), 'na'],
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
  indicators: [...awaited.map(awaitedIndicator), ...comprehensiveV1.indicators].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  bands: defaultBands,
  bonus: { cap: '5', how: 'sum', rules: defaultBonuses },
  malus: { cap: '10', rules: defaultMaluses },
  vetoes: defaultVetoes,
};
