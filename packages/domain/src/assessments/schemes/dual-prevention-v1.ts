import type { Scheme } from '../scheme.ts';
import { defaultBands, defaultRules } from './defaults.ts';
import { indicatorsC, indicatorsF } from './indicators-c-f.ts';
import { indicatorsD } from './indicators-d.ts';
import { defaultMaluses } from './points-rules.ts';
import { defaultVetoes } from './veto-rules.ts';

/** 双重预防 v1: risks graded and controlled, hazards found and treated, the site kept in order; 44 points of 11.4 rescaled to 100. */
export const dualPreventionV1: Scheme = {
  ...defaultRules,
  code: 'dual-prevention',
  version: 1,
  name: null,
  periodKinds: ['month', 'quarter', 'half', 'year'],
  unitKinds: ['subsidiary', 'factory'],
  dimensions: [
    { code: 'C', name: null },
    { code: 'D', name: null },
    { code: 'F', name: null },
  ],
  indicators: [...indicatorsC, ...indicatorsD, ...indicatorsF],
  bands: defaultBands,
  bonus: { cap: '5', how: 'sum', rules: [] },
  malus: { cap: '10', rules: defaultMaluses.filter(({ code }) => code === 'authorityRelapse') },
  vetoes: defaultVetoes.filter(({ code }) => code === 'V4' || code === 'V8'),
};
