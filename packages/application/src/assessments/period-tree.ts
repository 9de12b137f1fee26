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
  /** It was in operation on some day of the period. */
  readonly there: boolean;
};

/**
 * The tree of a period: every unit that was there, where it hung last. Units that closed before it or opened after it hang where they hung
 * last and first: none of them is assessed, and what records they have count with those above. What the product first heard of after the
 * cut-off counts from its business days.
 */
export async function periodTree(tx: Tx, { from, until }: Period, known: Known): Promise<PeriodUnit[]> {
  const { rows } = await sql<PeriodUnit>`
    with spans as (${spansOf(known)}), profiles as (${profilesOf(known)}),
      places as (
        select distinct on (unit_id) unit_id, parent_id, name, kind, to_on, min(from_on) over (partition by unit_id) as opened_on
        from spans order by unit_id, from_on < ${until}::date desc, case when from_on < ${until}::date then from_on end desc, from_on)
    select p.unit_id as id, p.parent_id as "parentId", p.name, p.kind, u.headcount, p.opened_on as "openedOn", p.to_on as "closedOn",
      p.opened_on < ${until}::date and (p.to_on is null or p.to_on > ${from}::date) as "there"
    from places p left join profiles u on u.id = p.unit_id order by p.unit_id`.execute(tx);
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
