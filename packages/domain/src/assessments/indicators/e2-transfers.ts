import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfTransfers = Condition<ColumnsOf<'transfers'>>;

const moved: OfTransfers = { column: 'startedOn', within: 'period' };
const trained: OfTransfers = { all: [moved, { column: 'passedOn', notAfter: 'startedOn' }] };

/** E2 转岗、复岗培训率: those who took up another post or came back in the period and had passed before they worked. */
export const e2Transfers = indicator({
  code: 'E2',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        moved: rowsOf('transfers', moved),
        trained: rowsOf('transfers', trained),
        untrained: rowsOf('transfers', { all: [moved, { not: trained }] }),
      },
      {
        records: { numerator: ['trained'], denominator: ['moved'] },
        ratio: (sums) => ({ numerator: count(sums.trained), denominator: count(sums.moved) }),
        raises: [
          {
            act: 'trainTransferred',
            when: 'next',
            on: 'untrained',
            count: (sums) => sums.untrained,
            done: (sums, n) => ({ ...sums, trained: sums.trained + n }),
          },
        ],
      },
    ),
});
