import type { Scheme } from '../scheme.ts';
import { defaultBands, defaultRules } from './defaults.ts';
import { indicatorsD } from './indicators-d.ts';
import { majorsOverdueBy, relapsesOfAuthority } from './overdue-majors.ts';

/** 隐患治理专项 v1: dimension D alone, rescaled to 100. D1 stands in it and answers NA, so that everybody sees what is missing. */
export const hazardTreatmentV1: Scheme = {
  ...defaultRules,
  code: 'hazard-treatment',
  version: 1,
  name: null,
  periodKinds: ['month', 'quarter', 'half', 'year'],
  unitKinds: ['subsidiary', 'factory'],
  dimensions: [{ code: 'D', name: null }],
  indicators: [...indicatorsD],
  bands: defaultBands,
  bonus: { cap: '5', how: 'sum', rules: [] },
  malus: { cap: '10', rules: [{ code: 'authorityRelapse', name: null, points: '1', counts: relapsesOfAuthority }] },
  vetoes: [
    { code: 'V4', name: null, bestGrade: null, suggests: majorsOverdueBy(15) },
    { code: 'V8', name: null, bestGrade: null, suggests: null },
  ],
};
