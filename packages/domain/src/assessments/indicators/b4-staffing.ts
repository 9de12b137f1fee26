import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfMonths = Condition<ColumnsOf<'scopeMonths'>>;

const inPeriod: OfMonths = {
  all: [
    { column: 'monthOn', within: 'period' },
    { column: 'staffingKept', flag: true },
  ],
};
const staffed: OfMonths = { all: [inPeriod, { column: 'staffed', flag: true }] };

/**
 * B4 安全管理机构和人员配备: month-ends of the period on which the unit had the safety body or staff that the law asks of it, among those for which
 * it has been kept what there was.
 */
export const b4Staffing = indicator({
  code: 'B4',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        months: rowsOf('scopeMonths', inPeriod),
        staffed: rowsOf('scopeMonths', staffed),
        unstaffed: rowsOf('scopeMonths', { all: [inPeriod, { not: staffed }] }),
      },
      {
        records: { numerator: ['staffed'], denominator: ['months'] },
        ratio: (sums) => ({ numerator: count(sums.staffed), denominator: count(sums.months) }),
        raises: [
          {
            act: 'fillSafetyPosts',
            when: 'next',
            on: 'unstaffed',
            count: (sums) => sums.unstaffed,
            done: (sums, n) => ({ ...sums, staffed: sums.staffed + n }),
          },
        ],
      },
    ),
});
