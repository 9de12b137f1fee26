import { addDays } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import type { Wanted } from './fact-rows.ts';

/** In whose score the records of a unit count, and in whose figure that one counts above it. */
export type Scope = { readonly unitId: string; readonly headId: string; readonly aboveId: string | null };

/** `unit_id`, `head_id`, `above_id` of every unit that counts. Without scopes every unit is one of its own. */
export function scopeRows({ scopes, unitIds }: Wanted): RawBuilder<unknown> {
  if (scopes === undefined)
    return sql`(select id as unit_id, id as head_id, null::uuid as above_id from units
      ${unitIds === undefined ? sql`` : sql`where id = any(${unitIds}::uuid[])`})`;
  const column = (name: keyof Scope) => sql`${scopes.map((scope) => scope[name])}::uuid[]`;
  return sql`(select * from unnest(${column('unitId')}, ${column('headId')}, ${column('aboveId')}) as scope (unit_id, head_id, above_id))`;
}

/** The assessed units of today and of then: what the product first heard of after the cut-off counts from its business days. */
export function headsThen(wanted: Wanted): RawBuilder<unknown> {
  const { knownAt: cutOff, openingAt } = wanted;
  const at = (instant: Date) => sql`(select * from units_history where known_from <= ${instant} and known_to > ${instant})`;
  return sql`
    select u.id, u.opened_on, u.closed_on, u.headcount, u.flags
    from (select * from ${at(cutOff)} k union all
      select * from ${at(openingAt)} o where not exists (select from ${at(cutOff)} k where k.id = o.id)) u
    where u.id in (select head_id from ${scopeRows(wanted)} s)`;
}

/** The months of the trailing year, each by its last day; the running month by the last day that is known. */
export function monthRows({ window }: Wanted): RawBuilder<unknown> {
  const { lastDay, trailingYear } = window;
  return sql`(
    select m::date as first_on, least((m + interval '1 month')::date - 1, ${lastDay}::date) as month_on,
      (least((m + interval '1 month')::date, ${addDays(lastDay, 1)}::date)::timestamp at time zone 'Asia/Shanghai') as ended_at
    from generate_series(${trailingYear.from}::date::timestamp, ${lastDay}::date::timestamp, interval '1 month') m)`;
}
