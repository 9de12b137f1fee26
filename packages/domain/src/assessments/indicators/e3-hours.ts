import { z } from 'zod';

import { count } from '../exact.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

/**
 * E3 年度培训学时达标率: persons whose hours of the year had come to their share of the year on the last day, among those from whom hours are
 * required. The share is of the months that are over, and four fifths of it in a run of one month; the facts say who met it.
 */
export const e3Hours = indicator({
  code: 'E3',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        required: rowsOf('trainingYears', { all: [] }),
        met: rowsOf('trainingYears', { column: 'met', flag: true }),
        short: rowsOf('trainingYears', { not: { column: 'met', flag: true } }),
      },
      {
        records: { numerator: ['met'], denominator: ['required'] },
        ratio: (sums) => ({ numerator: count(sums.met), denominator: count(sums.required) }),
        raises: [
          {
            act: 'completeHours',
            when: 'next',
            on: 'short',
            count: (sums) => sums.short,
            done: (sums, n) => ({ ...sums, met: sums.met + n }),
          },
        ],
      },
    ),
});
