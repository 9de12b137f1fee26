import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import type { Counting, Raise, Ratio } from '../indicator.ts';
import { type Measure, rowsOf } from '../measure.ts';

export type OfOccurrences = Condition<ColumnsOf<'occurrences'>>;

/** Owed by a day of the period, whatever became of it: what was missed stays owed. */
const inPeriod: OfOccurrences = { column: 'dueOn', within: 'period' };
/** Done in its window. What came in the grace after it, or after it had been missed, was not on time. */
const inWindow: OfOccurrences = { column: 'timing', is: 'onTime' };
/** Not done, and its day is not over on the day that the run knows. */
const stillInTime: OfOccurrences = {
  all: [{ column: 'timing', is: null }, { not: { column: 'dueOn', notAfter: 'knownOn', plusDays: -1 } }],
};

type Name = 'due' | 'onTime' | 'open' | 'missed';

/** What of the occurrences that `which` names was due in the period, was done on time, can still be done, and was not. */
export function owedMeasures(which: OfOccurrences): Readonly<Record<Name, Measure>> {
  const due: OfOccurrences = { all: [inPeriod, which] };
  const onTime: OfOccurrences = { all: [due, inWindow] };
  const open: OfOccurrences = { all: [due, stillInTime] };
  return {
    due: rowsOf('occurrences', due),
    onTime: rowsOf('occurrences', onTime),
    open: rowsOf('occurrences', open),
    missed: rowsOf('occurrences', { all: [due, { not: { any: [onTime, open] } }] }),
  };
}

type Owed = Readonly<Record<Name, number>>;

/** onTime ÷ due, and what doing the rest in time would bring. */
export const owedCounting = {
  records: { numerator: ['onTime'], denominator: ['due'] },
  ratio: ({ onTime, due }: Owed): Ratio => ({ numerator: count(onTime), denominator: count(due) }),
  raises: [
    { act: 'checkInTime', when: 'now', on: 'open', count: ({ open }) => open, done: moreOnTime },
    { act: 'hadCheckedInTime', when: 'next', on: 'missed', count: ({ missed }) => missed, done: moreOnTime },
  ],
} as const satisfies Pick<Counting<Name>, 'records' | 'ratio'> & { readonly raises: readonly Raise<Name>[] };

function moreOnTime<Of extends { readonly onTime: number }>(sums: Of, more: number): Of {
  return { ...sums, onTime: sums.onTime + more };
}
