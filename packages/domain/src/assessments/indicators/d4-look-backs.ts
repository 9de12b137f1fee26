import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfLookBacks = Condition<ColumnsOf<'lookBacks'>>;

const due: OfLookBacks = { all: [{ column: 'dueOn', within: 'period' }, { not: { column: 'lapsed', flag: true } }] };
const onTime: OfLookBacks = {
  all: [due, { column: 'result', in: ['held', 'relapsed'] }, { column: 'lookedOn', notAfter: 'dueOn' }],
};
const owed: OfLookBacks = { all: [due, { column: 'result', is: null }, { not: { column: 'dueOn', notAfter: 'knownOn', plusDays: -1 } }] };

/** D4 整改回头看完成率: made by the last day of their window, among those whose window ended in the period. */
export const d4LookBacks = indicator({
  code: 'D4',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        due: rowsOf('lookBacks', due),
        onTime: rowsOf('lookBacks', onTime),
        owed: rowsOf('lookBacks', owed),
        missed: rowsOf('lookBacks', { all: [due, { not: { any: [onTime, owed] } }] }),
      },
      {
        records: { numerator: ['onTime'], denominator: ['due'] },
        ratio: ({ onTime: made, due: all }) => ({ numerator: count(made), denominator: count(all) }),
        raises: [
          { act: 'lookBack', when: 'now', on: 'owed', count: (sums) => sums.owed, done: moreOnTime },
          { act: 'hadLookedBack', when: 'next', on: 'missed', count: (sums) => sums.missed, done: moreOnTime },
        ],
      },
    ),
});

function moreOnTime<Of extends { readonly onTime: number }>(sums: Of, more: number): Of {
  return { ...sums, onTime: sums.onTime + more };
}
