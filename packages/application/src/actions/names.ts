import type { Tx } from '@changming/database';
import { sql } from 'kysely';

/** The names that stand on these actions, wherever their bearers belong; nothing of an action outside of the scope that is not one's own. */
export async function namesOnActions(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; name: string }>`
    select person_id, name from house.names_on_actions(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ person_id, name }) => [person_id, name]));
}

/** The names of the units in which these actions lie; those of the caller lie wherever they were asked for. */
export async function placesOfActions(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ action_id: string; unit: string }>`
    select action_id, unit from house.places_of_actions(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ action_id, unit }) => [action_id, unit]));
}
