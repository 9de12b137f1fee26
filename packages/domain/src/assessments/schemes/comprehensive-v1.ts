import { dimensionCodes } from '../indicators/codes.ts';
import type { Scheme } from '../scheme.ts';
import { defaultBands, defaultRules } from './defaults.ts';
import { indicatorsA, indicatorsB } from './indicators-a-b.ts';
import { indicatorsC, indicatorsF } from './indicators-c-f.ts';
import { indicatorsD } from './indicators-d.ts';
import { indicatorsE, indicatorsH } from './indicators-e-h.ts';
import { defaultBonuses, defaultMaluses } from './points-rules.ts';
import { defaultVetoes } from './veto-rules.ts';

const indicators = [...indicatorsA, ...indicatorsB, ...indicatorsC, ...indicatorsD, ...indicatorsE, ...indicatorsF, ...indicatorsH];
const dimensions = dimensionCodes.filter((code) => indicators.some(({ dimension }) => dimension === code));

/**
 * 综合 v1: every indicator of 11.4 that the product counts, with its weight; the total brings their 83 points to 100. Permits, drills, meetings,
 * contractors, funds and returns join in later versions.
 */
export const comprehensiveV1: Scheme = {
  ...defaultRules,
  code: 'comprehensive',
  version: 1,
  name: null,
  periodKinds: ['month', 'quarter', 'half', 'year'],
  unitKinds: ['subsidiary', 'factory'],
  dimensions: dimensions.map((code) => ({ code, name: null })),
  indicators,
  bands: defaultBands,
  bonus: { cap: '5', how: 'sum', rules: defaultBonuses },
  malus: { cap: '10', rules: defaultMaluses },
  vetoes: defaultVetoes,
};
