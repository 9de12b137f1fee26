import { addDays } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { type Expressions, home, known, named, ofUnits, type Source, type Wanted } from './fact-rows.ts';
import { scopeRows } from './scope-rows.ts';

/** What certified posts bring: E4. */
export const certificateFacts = {
  certifiedPersons: personRows,
  certifiedLows: lowRows,
} satisfies Record<string, Source>;

/** Whoever was at work at a certified post on some day of the period, with the days of that and those on which his certificate held. */
function posts(wanted: Wanted): RawBuilder<unknown> {
  const { window } = wanted;
  const period = sql`daterange(${window.period.from}::date, ${addDays(window.lastDay, 1)}::date)`;
  return sql`
    select h.id, ${home('certified_posts_history', wanted)} as unit_id, h.person_id, h.item, h.from_on, h.to_on,
      datemultirange(daterange(h.from_on, h.to_on) * ${period}) as days, coalesce(c.days, datemultirange()) as certified
    from ${known('certified_posts_history', wanted)} h
      left join (${heldDays(wanted)}) c on c.person_id = h.person_id and c.item = h.item
    where daterange(h.from_on, h.to_on) && ${period}`;
}

/** A certificate holds from its issue to the day on which it is next due, unless it is revoked or its renewal is issued before. */
function heldDays(wanted: Wanted): RawBuilder<unknown> {
  return sql`
    select c.person_id, c.item, range_agg(daterange(c.issued_on,
      greatest(least(c.next_due_on + 1, c.revoked_on, renewed.issued_on), c.issued_on))) as days
    from ${known('certificates_history', wanted)} c left join ${known('certificates_history', wanted)} renewed on renewed.renews_id = c.id
    group by c.person_id, c.item`;
}

function personRows(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = {
    post: sql`h.item`,
    fromOn: sql`h.from_on`,
    toOn: sql`h.to_on`,
    lapsed: sql`(not h.certified @> h.days)`,
  };
  return ofUnits(wanted, sql`select h.id, h.unit_id, h.person_id ${named(expressions, wanted.columns)} from (${posts(wanted)}) h`);
}

/**
 * The lowest day of each scope, the first of several. The numbers of a day change only where somebody's days begin or end, so the days between
 * need not be looked at: what comes and goes on each such day is added up from the first to the last.
 */
function lowRows(wanted: Wanted): RawBuilder<unknown> {
  const expressions: Expressions = { onDay: sql`h.on_day`, rostered: sql`h.rostered`, certified: sql`h.certified` };
  const turns = (days: RawBuilder<unknown>, signs: readonly [rostered: number, certified: number]) => sql`
    select p.head_id, t.on_day, t.sign * ${sql.lit(signs[0])} as rostered, t.sign * ${sql.lit(signs[1])} as certified
    from post p cross join lateral unnest(${days}) span
      cross join lateral (values (lower(span), 1), (upper(span), -1)) as t (on_day, sign)`;
  return ofUnits(
    wanted,
    sql`
    select md5(h.head_id::text || 'low')::uuid as id, h.head_id as unit_id ${named(expressions, wanted.columns)} from (
      with post as materialized (
        select s.head_id, p.days, p.days * p.certified as certified from (${posts(wanted)}) p join ${scopeRows(wanted)} s on s.unit_id = p.unit_id)
      select distinct on (d.head_id) d.head_id, d.on_day, d.rostered::integer, d.certified::integer from (
        select t.head_id, t.on_day, sum(sum(t.rostered)) over (partition by t.head_id order by t.on_day) as rostered,
          sum(sum(t.certified)) over (partition by t.head_id order by t.on_day) as certified
        from (${turns(sql`p.days`, [1, 0])} union all ${turns(sql`p.certified`, [0, 1])}) t
        group by t.head_id, t.on_day) d
      where d.rostered > 0
      order by d.head_id, d.certified / d.rostered, d.on_day) h`,
  );
}
