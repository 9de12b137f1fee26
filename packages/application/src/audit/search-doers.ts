import type { Tx } from '@changming/database';
import { keyOf } from '@changming/domain/kernel';
import { sql } from 'kysely';

/** More are not looked at: 结果过多，请加条件. */
const most = 1000;

/** Who did something: persons, and the accounts of nobody in particular; `tooMany` when there may be others. */
export type Doers = { readonly persons: readonly string[]; readonly accounts: readonly string[]; readonly tooMany: boolean };

/** Whoever is called so by part of the name, pinyin initials, 工号 or login, among those whose acts the reader may see. */
export async function doersCalled(tx: Tx, typed: string): Promise<Doers> {
  const { rows } = await sql<{ person_id: string | null; account_id: string | null }>`
    select person_id, account_id from house.search_doers(${keyOf(typed)}, ${most})`.execute(tx);
  return {
    persons: rows.flatMap(({ person_id }) => person_id ?? []),
    accounts: rows.flatMap(({ person_id, account_id }) => (person_id === null ? (account_id ?? []) : [])),
    tooMany: rows.length >= most,
  };
}
