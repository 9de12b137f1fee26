import type { Scheme } from '../scheme.ts';
import { defaultBands, defaultRules } from './defaults.ts';
import { indicatorsD } from './indicators-d.ts';
import { defaultMaluses } from './points-rules.ts';
import { defaultVetoes } from './veto-rules.ts';

/**
 * 隐患治理专项 v1: dimension D alone, rescaled to 100. It was published before inspections were kept, and a published scheme never changes: D1
 * stands in it and answers NA.
 */
export const hazardTreatmentV1: Scheme = {
  ...defaultRules,
  code: 'hazard-treatment',
  version: 1,
  name: null,
  periodKinds: ['month', 'quarter', 'half', 'year'],
  unitKinds: ['subsidiary', 'factory'],
  dimensions: [{ code: 'D', name: null }],
  indicators: indicatorsD.map((each) => (each.code === 'D1' ? { ...each, source: { kind: 'awaited' } } : each)),
  bands: defaultBands,
  bonus: { cap: '5', how: 'sum', rules: [] },
  malus: { cap: '10', rules: defaultMaluses.filter(({ code }) => code === 'authorityRelapse') },
  vetoes: defaultVetoes.filter(({ code }) => code === 'V4' || code === 'V8'),
};
