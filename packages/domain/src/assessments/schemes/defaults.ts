import type { Scheme } from '../scheme.ts';

/** 优秀、良好、合格、不合格 (11.3). */
export const defaultBands: Scheme['bands'] = [
  { grade: 'A', name: null, from: '90', below: null, coefficient: '1.2' },
  { grade: 'B', name: null, from: '80', below: '90', coefficient: '1' },
  { grade: 'C', name: null, from: '60', below: '80', coefficient: '0.8' },
  { grade: 'D', name: null, from: '0', below: '60', coefficient: '0' },
];

/** What the rules of 11.2 fix for every scheme that does not say otherwise. */
export const defaultRules = {
  fullMarks: '100',
  composition: null,
  rounding: { score: 2, total: 2 },
  participationShare: '0.5',
  insufficientShare: '0.6',
  cutOffWorkdays: 5,
  confirmWorkdays: 5,
  appealWorkdays: 3,
} as const satisfies Partial<Scheme>;
