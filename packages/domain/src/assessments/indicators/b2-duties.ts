import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count, plus, times } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfDuties = Condition<ColumnsOf<'leaderDuties'>>;

const half = { n: 1n, d: 2n } as const;

const due: OfDuties = { column: 'dueOn', within: 'period' };
const onTime: OfDuties = { all: [due, { column: 'doneOn', notAfter: 'dueOn' }] };
const late: OfDuties = { all: [due, { column: 'doneOn', notAfter: 'knownOn' }, { not: onTime }] };
const open: OfDuties = { all: [due, { column: 'doneOn', is: null }, { not: { column: 'dueOn', notAfter: 'knownOn', plusDays: -1 } }] };

/**
 * B2 领导安全履职清单完成率: duties of main persons and leaders done on time, and half of those done late, among those due in the period. A unit
 * that opened in the period owes no list yet: `opened` is what the zero policy asks for.
 */
export const b2Duties = indicator({
  code: 'B2',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        due: rowsOf('leaderDuties', due),
        onTime: rowsOf('leaderDuties', onTime),
        late: rowsOf('leaderDuties', late),
        open: rowsOf('leaderDuties', open),
        missed: rowsOf('leaderDuties', { all: [due, { not: { any: [onTime, open] } }] }),
        opened: rowsOf('scopes', { column: 'openedOn', within: 'period' }),
      },
      {
        records: { numerator: ['onTime', 'late'], denominator: ['due'] },
        ratio: (sums) => ({
          numerator: plus(count(sums.onTime), times(half, count(sums.late))),
          denominator: count(sums.due),
          facts: { dutiesOnTime: String(sums.onTime), dutiesLate: String(sums.late) },
        }),
        raises: [
          {
            act: 'doDuties',
            when: 'now',
            on: 'open',
            count: (sums) => sums.open,
            done: (sums, n) => ({ ...sums, onTime: sums.onTime + n, open: 0 }),
          },
          {
            act: 'hadDoneDuties',
            when: 'next',
            on: 'missed',
            count: (sums) => sums.missed,
            done: (sums, n) => ({ ...sums, onTime: sums.onTime + n, late: 0, missed: 0 }),
          },
        ],
      },
    ),
});
