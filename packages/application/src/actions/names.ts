import type { Tx } from '@changming/database';
import { sql } from 'kysely';

/** The names that stand on these actions, wherever their bearers belong; nothing of an action outside of the scope. */
export async function namesOnActions(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; name: string }>`
    select person_id, name from house.names_on_actions(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}
