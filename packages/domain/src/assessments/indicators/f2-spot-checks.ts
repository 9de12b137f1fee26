import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfChecks = Condition<ColumnsOf<'spotChecks'>>;

const due: OfChecks = { column: 'dueOn', within: 'period' };
const onTime: OfChecks = { all: [due, { column: 'checkedOn', notAfter: 'dueOn' }] };
const open: OfChecks = {
  all: [due, { column: 'checkedOn', is: null }, { not: { column: 'dueOn', notAfter: 'knownOn', plusDays: -1 } }],
};

/** F2 消防器材点检完成率: pieces looked over within their period, among those that were owed it by a day of the period. */
export const f2SpotChecks = indicator({
  code: 'F2',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        due: rowsOf('spotChecks', due),
        onTime: rowsOf('spotChecks', onTime),
        open: rowsOf('spotChecks', open),
        missed: rowsOf('spotChecks', { all: [due, { not: { any: [onTime, open] } }] }),
      },
      {
        records: { numerator: ['onTime'], denominator: ['due'] },
        ratio: (sums) => ({ numerator: count(sums.onTime), denominator: count(sums.due) }),
        raises: [
          { act: 'spotCheckInTime', when: 'now', on: 'open', count: (sums) => sums.open, done: moreOnTime },
          { act: 'hadSpotChecked', when: 'next', on: 'missed', count: (sums) => sums.missed, done: moreOnTime },
        ],
      },
    ),
});

function moreOnTime<Of extends { readonly onTime: number }>(sums: Of, more: number): Of {
  return { ...sums, onTime: sums.onTime + more };
}
