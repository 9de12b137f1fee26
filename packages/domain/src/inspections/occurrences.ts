import { addDays, type Day } from '../kernel/index.ts';
import { isWorkday, type WorkCalendar } from '../standards/index.ts';
import type { Cadence } from './cadence.ts';
import { daysBetween, namedDays, stretches } from './owed-days.ts';
import { instantsOf, type Shift, type TimeWindow, wholeDay } from './shift.ts';

/** What a plan says of time; which points it is owed for is no matter here. */
export type OccurrenceRule = {
  readonly cadence: Cadence;
  /** The first day on which anything is owed. */
  readonly from: Day;
  /** The first day on which nothing is owed any more; null while nobody ended it. */
  readonly until: Day | null;
  /** 休息日: `skip` owes nothing on days of rest by the work calendar. */
  readonly restDays: 'skip' | 'keep';
  /** Minutes after the end of the window within which it still counts as done, late. */
  readonly graceMinutes: number;
};

/** One thing owed at one point. (plan, point, `on`, `shift`) is its key: made twice, it is the same. */
export type Owed = {
  /** The local day by which it is owed: the last of its window. */
  readonly on: Day;
  /** The first day of its window, on which it is made. */
  readonly from: Day;
  readonly shift: Shift | null;
  readonly opensAt: Date;
  readonly dueAt: Date;
  /** From this instant on it is missed. */
  readonly missesAt: Date;
};

const minute = 60_000;

/**
 * Everything owed by `rule` whose window begins on a day from `from` to `to`, both included, in order. Cut anywhere, the parts together
 * are the whole: a worker that was down catches up exactly.
 */
export function occurrences(rule: OccurrenceRule, from: Day, to: Day, calendar: WorkCalendar): Owed[] {
  const first = from < rule.from ? rule.from : from;
  const last = rule.until !== null && rule.until <= to ? addDays(rule.until, -1) : to;
  if (first > last) return [];
  const isOwed = (day: Day) => rule.restDays === 'keep' || isWorkday(calendar, day);
  const days = namedDays(rule.cadence, { first, last }, isOwed);
  if (days !== null) return days.flatMap((on) => windowsOf(rule.cadence).map((window) => owed(rule, { from: on, on, window })));
  return openStretches(rule, { first, last }, isOwed).map((stretch) => owed(rule, { ...stretch, window: windowsOf(rule.cadence)[0] }));
}

type Window = TimeWindow & { readonly shift: Shift | null };

function windowsOf(cadence: Cadence): readonly Window[] {
  if (cadence.every === 'shift') return cadence.shifts;
  return [{ shift: null, ...('from' in cadence ? { from: cadence.from, until: cadence.until } : wholeDay) }];
}

/** Weeks, months, … on any day of which it may be done, cut to the days for which the plan holds. */
function openStretches(
  { cadence: { every }, from, until }: OccurrenceRule,
  { first, last }: { readonly first: Day; readonly last: Day },
  isOwed: (day: Day) => boolean,
): { readonly from: Day; readonly on: Day }[] {
  if (every === 'day' || every === 'shift' || every === 'dates') return [];
  return stretches(every, first, last)
    .map((stretch) => ({
      from: stretch.first < from ? from : stretch.first,
      on: until !== null && until <= stretch.last ? addDays(until, -1) : stretch.last,
    }))
    .filter((stretch) => first <= stretch.from && stretch.from <= last && daysBetween(stretch.from, stretch.on).some(isOwed));
}

function owed({ graceMinutes }: OccurrenceRule, { from, on, window }: { from: Day; on: Day; window: Window | undefined }): Owed {
  const { shift, ...times } = window ?? { shift: null, ...wholeDay };
  const { opensAt } = instantsOf(from, times);
  const { endsAt: dueAt } = instantsOf(on, times);
  return { on, from, shift, opensAt, dueAt, missesAt: new Date(dueAt.getTime() + graceMinutes * minute) };
}
