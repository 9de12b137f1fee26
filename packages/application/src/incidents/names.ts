import type { Tx } from '@changming/database';
import { sql } from 'kysely';

/** The names that stand on these incidents, wherever their bearers belong; nothing of an incident outside of the scope. */
export async function namesOn(tx: Tx, incidentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (incidentIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from house.named_on_incidents(${incidentIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
