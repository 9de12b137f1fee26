import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';
import { found, valid } from './found-hazards.ts';

type OfHazards = Condition<ColumnsOf<'hazards'>>;

/** A look-back found it relapsed in the period: found again, and a recurrence (3.6). */
const relapsed: OfHazards = { all: [valid, { column: 'relapsedOn', within: 'period' }] };

/** D5 重复隐患率: what came back, by a new record or by a look-back, among what was found in the period. Fewer is better. */
export const d5Recurrence = indicator({
  code: 'D5',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        found: rowsOf('hazards', { any: [found, relapsed] }),
        recurrent: rowsOf('hazards', { any: [{ all: [found, { column: 'recurrent', flag: true }] }, relapsed] }),
      },
      {
        records: { numerator: ['recurrent'], denominator: ['found'] },
        ratio: (sums) => ({ numerator: count(sums.recurrent), denominator: count(sums.found) }),
        raises: [
          {
            act: 'rootOut',
            when: 'next',
            on: 'recurrent',
            count: (sums) => sums.recurrent,
            done: (sums, n) => ({ ...sums, recurrent: sums.recurrent - n }),
          },
        ],
      },
    ),
});
