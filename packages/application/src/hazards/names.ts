import type { Tx } from '@changming/database';
import { sql } from 'kysely';

export type Named = { readonly id: string; readonly name: string; readonly unit: string };

/** The names that stand on these hazards, wherever their bearers belong; nothing of a hazard outside of the scope. */
export async function namesOn(tx: Tx, hazardIds: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  if (hazardIds.length === 0) return new Map();
  const { rows } = await sql<Named>`select id, name, unit from house.named_on_hazards(${hazardIds}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}
