import type { Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { unitPaths } from './unit-paths.ts';

/** A unit that has a code: by its path, or its name alone where it may not be seen. A closed one keeps its code. */
export type CodeHolder = { readonly id: string; readonly code: string; readonly name: string; readonly closed: boolean };

const nobody: ReadonlySet<string> = new Set();

/** Which units of the whole group have one of these codes, in whatever letters; `but` names units that are known already. */
export async function codeHolders(tx: Tx, codes: readonly string[], but = nobody): Promise<readonly CodeHolder[]> {
  if (codes.length === 0) return [];
  const { rows } = await sql<CodeHolder>`select id, code, name, closed from house.units_holding(${[...codes]}::text[])`.execute(tx);
  const holders = rows.filter(({ id }) => !but.has(id));
  const paths = await unitPaths(
    tx,
    holders.map(({ id }) => id),
  );
  return holders.map((row) => ({ ...row, name: paths.get(row.id) ?? row.name }));
}

type Wanted = { readonly code: string; readonly except?: string };

/** A code belongs to one unit of the group, and goes to no other after it was closed. The refusal names the unit. */
export async function refuseCodeTaken(tx: Tx, { code, except }: Wanted): Promise<void> {
  const [holder] = await codeHolders(tx, [code], except === undefined ? nobody : new Set([except]));
  if (holder === undefined) return;
  refuse('conflict', holder.closed ? 'units.code_of_closed' : 'units.code_taken', { code, unit: holder.name });
}

/**
 * Puts these units' codes aside for others of the same transaction, each of which gets its new one in it: two units may swap theirs. What
 * stands there meanwhile is no code that anybody can have.
 */
export async function vacateCodes(tx: Tx, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  await tx.updateTable('units').set({ code: sql`'~' || id` }).where('id', 'in', unitIds).execute();
}
