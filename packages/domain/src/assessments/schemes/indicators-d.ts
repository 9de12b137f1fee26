import type { SchemeIndicator } from '../scheme.ts';

const common = { dimension: 'D', name: null, on: true } as const;

/** D 隐患排查治理, 22 points (11.4). */
export const indicatorsD: readonly SchemeIndicator[] = [
  {
    ...common,
    code: 'D1',
    weight: '4',
    zero: 'zero',
    by: { fn: 'lin', lo: '0.7', hi: '1' },
    source: { kind: 'built', indicator: 'D1', params: {} },
  },
  {
    ...common,
    code: 'D2',
    weight: '6',
    zero: { fullIf: 'D1', atLeast: '0.6' },
    by: { fn: 'lin', lo: '0.7', hi: '1' },
    source: { kind: 'built', indicator: 'D2', params: { lookBacksAtLeast: 10 } },
  },
  {
    ...common,
    code: 'D3',
    weight: '5',
    zero: 'full',
    by: { fn: 'lin', lo: '0', hi: '1' },
    source: { kind: 'built', indicator: 'D3', params: { graceDays: 7 } },
  },
  {
    ...common,
    code: 'D4',
    weight: '2',
    zero: 'na',
    by: { fn: 'lin', lo: '0.6', hi: '1' },
    source: { kind: 'built', indicator: 'D4', params: {} },
  },
  {
    ...common,
    code: 'D5',
    weight: '3',
    zero: 'na',
    by: { fn: 'neg', good: '0.05', bad: '0.20' },
    source: { kind: 'built', indicator: 'D5', params: {} },
  },
  {
    ...common,
    code: 'D6',
    weight: '2',
    zero: 'zero',
    by: { fn: 'lin', lo: '0.5', hi: '0.9' },
    source: { kind: 'built', indicator: 'D6', params: {} },
  },
];
