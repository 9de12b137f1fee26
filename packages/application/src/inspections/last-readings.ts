import { addDays } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import type { Reading } from '../context.ts';

export type LastReading = { readonly occurrenceId: string; readonly item: string; readonly reading: number; readonly at: Date };

/** How long a reading is the last one worth showing, in days: gauges are read at least once a year. */
const worthShowing = 400;
/** As many checks of a place as are looked through for its items. */
const lookThrough = 20;

/**
 * 上次读数, by item, for the places of these occurrences: of their points, or of their unit where they have none. `but` leaves out one check,
 * so that a correction is not compared with itself; `from` is a day before which none of the occurrences lies.
 */
export async function lastReadings(
  { tx, today }: Pick<Reading, 'tx' | 'today'>,
  occurrenceIds: readonly string[],
  { but = null, from = '2000-01-01' }: { readonly but?: string | null; readonly from?: string } = {},
): Promise<LastReading[]> {
  if (occurrenceIds.length === 0) return [];
  const since = sql`${addDays(today, -worthShowing)}::date`;
  const { rows } = await sql<LastReading>`
    select distinct on (o.id, shown.item) o.id as "occurrenceId", shown.item, shown.reading, shown.at
    from inspection_occurrences o
    join inspection_plans plan on plan.id = o.plan_id
    cross join lateral (${readingsAt(since, but)}) as r
    cross join lateral (select key as item, value::double precision as reading, r.done_at as at from jsonb_each_text(r.readings)) as shown
    where o.id = any(${[...occurrenceIds]}::uuid[]) and o.on_day >= ${from}::date
    order by o.id, shown.item, shown.at desc`.execute(tx);
  return rows;
}

function readingsAt(since: RawBuilder<unknown>, but: string | null): RawBuilder<unknown> {
  const kept = sql`r.readings is not null and r.on_day >= ${since} and r.occurrence_id <> o.id and r.id is distinct from ${but}::uuid`;
  return sql`
    (select r.readings, r.done_at from inspection_results r where r.point_id = o.point_id and ${kept}
      order by r.on_day desc, r.done_at desc limit ${lookThrough})
    union all
    (select r.readings, r.done_at from inspection_results r
      where o.point_id is null and r.point_id is null and r.unit_pos = o.unit_pos and r.unit_id = o.unit_id and ${kept}
      order by r.on_day desc, r.done_at desc limit ${lookThrough})`;
}
