import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfNewcomers = Condition<ColumnsOf<'newcomers'>>;

const joined: OfNewcomers = { all: [{ column: 'joinedOn', within: 'period' }, { not: { column: 'leftAtOnce', flag: true } }] };
const trained: OfNewcomers = {
  all: [joined, { column: 'hoursMet', flag: true }, { column: 'passedOn', notAfter: 'startedOn' }],
};

/** E1 新员工三级安全教育合格率: those of the period who had passed the three levels with all hours before their first day at work. */
export const e1Newcomers = indicator({
  code: 'E1',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        joined: rowsOf('newcomers', joined),
        trained: rowsOf('newcomers', trained),
        untrained: rowsOf('newcomers', { all: [joined, { not: trained }] }),
      },
      {
        records: { numerator: ['trained'], denominator: ['joined'] },
        ratio: (sums) => ({ numerator: count(sums.trained), denominator: count(sums.joined) }),
        raises: [
          {
            act: 'trainNewcomers',
            when: 'next',
            on: 'untrained',
            count: (sums) => sums.untrained,
            done: (sums, n) => ({ ...sums, trained: sums.trained + n }),
          },
        ],
      },
    ),
});
