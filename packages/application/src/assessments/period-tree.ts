import { knownAt, type Tx } from '@changming/database';
import type { Period } from '@changming/domain/kernel';
import type { UnitKind } from '@changming/domain/units';
import { type RawBuilder, sql } from 'kysely';

/** What was known at `knownAt`; what was imported for the time before a go-live counts when it was known at `openingAt`. */
export type Known = { readonly knownAt: Date; readonly openingAt: Date };

export type PeriodUnit = {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly kind: UnitKind;
  readonly headcount: number | null;
  /** From when to when it was in operation, as far as the period sees. */
  readonly openedOn: string;
  readonly closedOn: string | null;
};

/**
 * The tree of a period: every unit that was there, where it hung last. A unit that closed before the period's last day stays where it
 * was, so its records still reach those above it. What the product first heard of after the cut-off counts from its business days.
 */
export async function periodTree(tx: Tx, { from, until }: Period, known: Known): Promise<PeriodUnit[]> {
  const { rows } = await sql<PeriodUnit>`
    with spans as (${spansOf(known)}), profiles as (${profilesOf(known)}),
      there as (
        select unit_id, (array_agg(parent_id order by from_on desc))[1] as parent_id, (array_agg(name order by from_on desc))[1] as name,
          (array_agg(kind order by from_on desc))[1] as kind,
          min(from_on) as opened_on, (array_agg(to_on order by from_on desc))[1] as closed_on
        from spans where from_on < ${until}::date and (to_on is null or to_on > ${from}::date) group by unit_id)
    select t.unit_id as id, t.parent_id as "parentId", t.name, t.kind, p.headcount, t.opened_on as "openedOn", t.closed_on as "closedOn"
    from there t left join profiles p on p.id = t.unit_id order by t.unit_id`.execute(tx);
  return rows;
}

function spansOf({ knownAt: cutOff, openingAt }: Known): RawBuilder<unknown> {
  return sql`
    select unit_id, parent_id, name, kind, from_on, to_on from ${knownAt('unit_spans', cutOff)} s
    union all
    select unit_id, parent_id, name, kind, from_on, to_on from ${knownAt('unit_spans', openingAt)} s
    where not exists (select from ${knownAt('unit_spans', cutOff)} k where k.unit_id = s.unit_id)`;
}

function profilesOf({ knownAt: cutOff, openingAt }: Known): RawBuilder<unknown> {
  return sql`
    select id, headcount from ${knownAt('units', cutOff)} u
    union all
    select id, headcount from ${knownAt('units', openingAt)} u
    where not exists (select from ${knownAt('units', cutOff)} k where k.id = u.id)`;
}
