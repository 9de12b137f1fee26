import { z } from 'zod';

import { count } from '../exact.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';
import { happened, type OfIncidents } from './accidents.ts';

const reportable: OfIncidents = { all: [happened, { column: 'reportable', flag: true }] };
const inTime: OfIncidents = { all: [reportable, { column: 'reportedInTime', flag: true }, { not: { column: 'falsified', flag: true } }] };

/** A3 事故事件按时如实报告率: confirmed accidents and near misses that were reported in time. One that was falsified or hidden leaves nothing. */
export const a3Reports = indicator({
  code: 'A3',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        reportable: rowsOf('incidents', reportable),
        inTime: rowsOf('incidents', inTime),
        late: rowsOf('incidents', { all: [reportable, { not: inTime }] }),
        falsified: rowsOf('incidents', { all: [reportable, { column: 'falsified', flag: true }] }),
      },
      {
        records: { numerator: ['inTime'], denominator: ['reportable'] },
        ratio: (sums) => ({
          numerator: count(sums.falsified > 0 ? 0 : sums.inTime),
          denominator: count(sums.reportable),
          ...(sums.falsified > 0 && { facts: { falsified: String(sums.falsified) } }),
        }),
        raises: [
          {
            act: 'reportTruthfully',
            when: 'next',
            on: 'falsified',
            count: ({ falsified }) => falsified,
            done: (sums, n) => ({ ...sums, inTime: sums.inTime + n, falsified: 0 }),
          },
          {
            act: 'reportInTime',
            when: 'next',
            on: 'late',
            count: ({ late, falsified }) => (falsified > 0 ? 0 : late),
            done: (sums, n) => ({ ...sums, inTime: sums.inTime + n }),
          },
        ],
      },
    ),
});
