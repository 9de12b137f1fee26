import { addDays, type Day, daysBetween, monthsLater } from '../kernel/index.ts';
import type { CountedPeriod } from './duty.ts';

/** One period of a duty: its first and its last day. */
export type DutySpan = { readonly on: Day; readonly due: Day };

const months = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** The periods that touch `from`..`to`, in order. A shift is each day that is worked; weeks begin on Monday. */
export function spansOf(period: CountedPeriod, [from, to]: readonly [Day, Day], isWorkday: (day: Day) => boolean): DutySpan[] {
  if (period === 'day' || period === 'shift') {
    const days = Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));
    return days.filter((day) => period === 'day' || isWorkday(day)).map((day) => ({ on: day, due: day }));
  }
  const spans: DutySpan[] = [];
  for (let on = firstDay(period, from); on <= to; ) {
    const next = period === 'week' ? addDays(on, 7) : monthsLater(on, months[period]);
    spans.push({ on, due: addDays(next, -1) });
    on = next;
  }
  return spans;
}

function firstDay(period: 'week' | keyof typeof months, day: Day): Day {
  if (period === 'week') return addDays(day, 1 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7));
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1];
  return new Date(Date.UTC(year, month - (month % months[period]), 1)).toISOString().slice(0, 10);
}

/** The last day from which a whole period can still be asked: whoever takes the post later owes from the next period on. */
export function latestStart({ on, due }: DutySpan): Day {
  return addDays(on, Math.floor(daysBetween(on, due) / 2));
}

/** The first day on which somebody who has held the post since `heldFrom` owes it, or null when too little of the period is left. */
export function owedFrom(span: DutySpan, heldFrom: Day): Day | null {
  if (heldFrom > latestStart(span)) return null;
  return heldFrom > span.on ? heldFrom : span.on;
}
