import { addDays, type Day, startOf } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

/** The longest grace in days, with one more for a night shift: how far before a day the occurrences lie that may still be done on it. */
const reachBack = 4;

/** The earliest day of an occurrence that may still be done on `day`. */
export function earliestFor(day: Day): Day {
  return addDays(day, -reachBack);
}

/**
 * Whether occurrence `o` may be done on a day, was done on it, or is one of its own that was missed. Its own day lets the planner leave out
 * the months that are over.
 */
export function doneOrDueOn(day: Day): RawBuilder<boolean> {
  const [begins, ends] = [startOf(day), startOf(addDays(day, 1))];
  return sql<boolean>`(o.on_day >= ${earliestFor(day)}::date and o.opens_at < ${ends}::timestamptz
    and o.misses_at > ${begins}::timestamptz and o.state <> 'waived' and (o.state <> 'missed' or o.on_day >= ${day}::date)
    and (o.state <> 'done' or o.done_at >= ${begins}::timestamptz))`;
}
