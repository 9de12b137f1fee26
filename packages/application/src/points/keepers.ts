import type { Tx } from '@changming/database';
import { laterOf } from '@changming/domain/kernel';
import { type SqlBool, sql } from 'kysely';

/** An appointment that makes somebody the keeper of its point: not his deputy, and not one that ended on the day it began. */
export const keeps = sql<SqlBool>`a.post = 'pointKeeper' and not a.deputy and (a.to_on is null or a.to_on > a.from_on)`;

/** The same on a day: whether or not the day on which it ends is known already. */
export function keepsOn(day: string) {
  return sql<SqlBool>`(${keeps} and a.from_on <= ${day}::date and (a.to_on is null or a.to_on > ${day}::date))`;
}

/** Whoever keeps the point `p` on that day, for a query that lists points. */
export function keeperIdOn(day: string) {
  return sql<string | null>`(
    select a.person_id from appointments a where a.point_id = p.id and ${keepsOn(day)} order by a.from_on desc limit 1)`;
}

/** Who kept the point on a day: one answer, or nobody. */
export async function keeperOn(tx: Tx, pointId: string, on: string): Promise<{ personId: string } | null> {
  const found = await tx
    .selectFrom('appointments as a')
    .select('a.person_id as personId')
    .where('a.point_id', '=', pointId)
    .where(keepsOn(on))
    .orderBy('a.from_on', 'desc')
    .executeTakeFirst();
  return found ?? null;
}

export type Term = { readonly from: string; readonly to: string | null };

/** Whoever keeps it last on the days of the term. */
export function lastKeeperWithin(tx: Tx, pointId: string, { from, to }: Term) {
  return tx
    .selectFrom('appointments as a')
    .select(['a.id', 'a.from_on as from', 'a.to_on as to'])
    .where('a.point_id', '=', pointId)
    .where(keeps)
    .where(sql<SqlBool>`(a.to_on is null or a.to_on > ${from}::date)`)
    .where(sql<SqlBool>`a.from_on < coalesce(${to}::date, 'infinity')`)
    .orderBy('a.from_on', 'desc')
    .limit(1);
}

/** The same of terms that are at hand. */
export function lastTermWithin(terms: readonly Term[], { from, to }: Term): Term | null {
  const within = terms.filter((term) => (term.to === null || term.to > from) && (to === null || term.from < to));
  return within.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1) ?? null;
}

export type Kept = { readonly openedOn: string; readonly terms: readonly Term[] };

/**
 * From when to when a ledger of that day makes somebody else the keeper. Days on which others kept the point stay theirs, and whoever is
 * named to keep it from a later day takes over on that day.
 */
export function ledgerTerm({ openedOn, terms }: Kept, from: string, today: string): Term {
  const [to = null] = terms.flatMap((term) => (term.from > today ? [term.from] : [])).toSorted();
  const last = lastTermWithin(terms, { from, to });
  if (last !== null && from < last.from) return { from: today, to };
  if (last !== null && last.to !== null && last.to <= today) return { from: last.to, to };
  return { from: laterOf(from, openedOn), to };
}

/** Since when each of these points is there, and who of those that kept it did from when to when. */
export async function termsOfKeepers(tx: Tx, pointIds: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const { rows } = await sql<Kept & { readonly id: string }>`
    select p.id, p.opened_on as "openedOn", coalesce(
      (select json_agg(json_build_object('from', a.from_on, 'to', a.to_on)) from appointments a where a.point_id = p.id and ${keeps}), '[]') as terms
    from points p where p.id = any(${[...pointIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, ...kept }) => [id, kept]));
}
