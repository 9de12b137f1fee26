import type { Tx } from '@changming/database';
import { keyOf } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type RawBuilder, sql } from 'kysely';

/** More are not listed: 结果过多，请加条件. */
const mostFound = 1000;

/** The ids that one of the search functions found; `tooMany` when there may be others. */
export type Searched = { readonly ids: readonly string[]; readonly tooMany: boolean };

type Search = (given: { key: string; los: readonly number[]; his: readonly number[]; most: number }) => RawBuilder<{ id: string }>;

/** Asks a search function, which checks that the ranges lie within the scope of the transaction. */
export async function searched(tx: Tx, ranges: readonly UnitRange[], typed: string, search: Search): Promise<Searched> {
  const [los, his] = [ranges.map(({ lo }) => lo), ranges.map(({ hi }) => hi)];
  const { rows } = await search({ key: keyOf(typed), los, his, most: mostFound }).execute(tx);
  return { ids: rows.map(({ id }) => id), tooMany: rows.length >= mostFound };
}

/** Persons within the ranges whose name, pinyin initials or 工号 hold what was typed. */
export function personsWith(tx: Tx, ranges: readonly UnitRange[], typed: string): Promise<Searched> {
  return searched(
    tx,
    ranges,
    typed,
    ({ key, los, his, most }) => sql`select id from house.search_persons(${key}, ${los}::bigint[], ${his}::bigint[], ${most})`,
  );
}
