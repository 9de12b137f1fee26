import { garment35Draft, type Measure, type Scheme, type SchemeIndicator } from '@changming/domain/assessments';

const overdue: Measure = {
  table: 'hazards',
  where: { all: [{ column: 'stage', is: 'closed' }, { not: { any: [{ column: 'level', in: ['major'] }] } }] },
};
const inTime: Measure = { table: 'hazards', where: { column: 'closedOn', notAfter: 'dueOn', plusDays: 1 } };

const common = { dimension: 'D', name: null, weight: '10', on: true } as const;
const indicators: readonly SchemeIndicator[] = [
  {
    ...common,
    code: 'D1',
    zero: 'na',
    by: { fn: 'lin', lo: '0', hi: '1' },
    source: { kind: 'built', indicator: 'D2', params: { lookBacksAtLeast: 10 } },
  },
  {
    ...common,
    code: 'E1',
    zero: { fullIf: 'D1', atLeast: '0.6' },
    by: { fn: 'steps', steps: [{ atLeast: '1', gives: '1' }] },
    source: { kind: 'ratio', numerator: [{ measure: inTime, times: '1' }], denominator: [{ measure: overdue, times: '1' }] },
  },
];

/** A scheme with one of each thing that a scheme is made of: a request that spoils each in turn is one of a few thousand, not of many. */
export const smallScheme: Scheme = {
  ...garment35Draft,
  dimensions: [{ code: 'D', name: null }],
  indicators: [...indicators],
  bands: [{ grade: 'A', name: null, from: '0', below: null, coefficient: null }],
  bonus: { cap: '5', how: 'sum', rules: [{ code: 'commended', name: null, points: '1', counts: null }] },
  malus: { cap: '5', rules: [{ code: 'late', name: null, points: '1', counts: overdue }] },
  vetoes: [{ code: 'V1', name: null, bestGrade: null, suggests: null }],
  composition: { parts: [{ code: 'all', name: null, share: '1', dimensions: ['D'] }], missing: 'rescale' },
};
