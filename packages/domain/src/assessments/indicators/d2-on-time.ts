import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count, written } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';
import { lookBacksIn, trueClosure, trueClosureMeasures, withEverythingHeld } from '../true-closure.ts';
import { due, handedIn, stillInTime } from './found-hazards.ts';

type OfHazards = Condition<ColumnsOf<'hazards'>>;

const askedInTime: OfHazards = { not: { column: 'extensionAskedLate', flag: true } };
const byItsDeadline: OfHazards = { all: [due, askedInTime, { column: 'submittedOn', notAfter: 'dueOn' }] };
const onTime: OfHazards = { all: [byItsDeadline, { column: 'stage', is: 'closed' }] };
const awaited: OfHazards = { all: [byItsDeadline, { column: 'stage', is: 'submitted' }] };
const owed: OfHazards = { all: [due, askedInTime, stillInTime, { not: handedIn }] };

/**
 * D2 隐患按期整改率: handed in by the deadline and finally accepted, among those due in the period, times the share of the unit's
 * closures that are true (真实销号率 of the trailing year); 1 while fewer look-backs than `lookBacksAtLeast` tell of it.
 */
export const d2OnTime = indicator({
  code: 'D2',
  params: z.strictObject({ lookBacksAtLeast: z.int().min(1).max(1000).default(10) }),
  counting: ({ lookBacksAtLeast }) =>
    counting(
      {
        due: rowsOf('hazards', due),
        onTime: rowsOf('hazards', onTime),
        awaited: rowsOf('hazards', awaited),
        owed: rowsOf('hazards', owed),
        missed: rowsOf('hazards', { all: [due, { not: { any: [onTime, awaited, owed] } }] }),
        relapsed: rowsOf('lookBacks', {
          all: [
            { column: 'result', is: 'relapsed' },
            { column: 'lookedOn', within: 'trailingYear' },
          ],
        }),
        ...trueClosureMeasures,
      },
      {
        records: { numerator: ['onTime'], denominator: ['due'] },
        ratio(sums) {
          const looked = lookBacksIn(sums);
          const factor = trueClosure(sums, lookBacksAtLeast);
          return {
            numerator: count(sums.onTime),
            denominator: count(sums.due),
            factor,
            facts: { trueClosure: written(factor, 6), lookBacks: String(looked), lookBacksAtLeast: String(lookBacksAtLeast) },
          };
        },
        raises: [
          { act: 'accept', when: 'now', on: 'awaited', count: (sums) => sums.awaited, done: moreOnTime },
          { act: 'rectifyInTime', when: 'now', on: 'owed', count: (sums) => sums.owed, done: moreOnTime },
          { act: 'hadRectifiedInTime', when: 'next', on: 'missed', count: (sums) => sums.missed, done: moreOnTime },
          { act: 'keepClosed', when: 'next', on: 'relapsed', count: (sums) => sums.relapsed, done: withEverythingHeld },
        ],
      },
    ),
});

function moreOnTime<Of extends { readonly onTime: number }>(sums: Of, more: number): Of {
  return { ...sums, onTime: sums.onTime + more };
}
