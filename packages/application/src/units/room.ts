import type { Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { type Branch, containing, labelBranch, nextBelow, roomBelow, type UnitRange, widthOf } from '@changming/domain/units';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import { type StoredUnit, unitInScope } from './store.ts';

/**
 * Labels below `parent` for a branch of `units` units, noted as given for ever. A parent that is full gets wider labels itself, below its
 * own parent; the caller's rows may then have new labels, so read them again. Refused with `units.no_room` when no ancestor of the scope has room.
 */
export async function labelsBelow(work: Writing, parent: StoredUnit, units = 1): Promise<UnitRange> {
  let above = parent;
  for (let widenings = 0; widenings <= 12; widenings += 1) {
    const range = roomBelow(above, units);
    if (range !== null) return given(work.tx, above, range);
    await widen(work, above, units);
    above = await unitInScope(work.tx, work.scope, parent.id);
  }
  return refuse('conflict', 'units.no_room', { name: parent.name });
}

async function widen(work: Writing, unit: StoredUnit, units: number): Promise<void> {
  const { tx, scope } = work;
  const above = await tx
    .selectFrom('units')
    .selectAll()
    .where('id', '=', unit.parent_id ?? unit.id)
    .executeTakeFirstOrThrow();
  if (unit.parent_id === null || !containing(scope, above.lo)) refuse('conflict', 'units.no_room', { name: unit.name });
  const { branch, size } = await branchOf(tx, unit);
  const range = nextBelow(above, above.used, Math.max(4 * widthOf(unit), 16 * (size + units)));
  if (range === null) return widen(work, above, size + units);
  await relabel(tx, { branch, range: await given(tx, above, range), deeper: 0 });
}

async function given(tx: Tx, parent: StoredUnit, range: UnitRange): Promise<UnitRange> {
  await tx.updateTable('units').set({ used: range.hi }).where('id', '=', parent.id).execute();
  return range;
}

export type WholeBranch = { readonly branch: Branch; readonly size: number; readonly deepest: number };

/** The unit with everything below it, closed units too: they keep their place. */
export async function branchOf(tx: Tx, { id, lo, hi }: StoredUnit): Promise<WholeBranch> {
  const rows = await tx
    .selectFrom('units')
    .select(['id', 'parent_id', 'depth'])
    .where('lo', '>=', lo)
    .where('lo', '<=', hi)
    .orderBy('lo')
    .execute();
  const below = Map.groupBy(rows, (row) => row.parent_id);
  const grow = (at: string): Branch => ({ id: at, children: (below.get(at) ?? []).map((child) => grow(child.id)) });
  return { branch: grow(id), size: rows.length, deepest: Math.max(...rows.map(({ depth }) => depth)) };
}

type Relabelling = { readonly branch: Branch; readonly range: UnitRange; readonly deeper: number };

/** Gives the branch the labels of `range`, and every row listed by subtree its new position; a big one may take longer than other statements. */
export async function relabel(tx: Tx, { branch, range, deeper }: Relabelling): Promise<void> {
  const fresh = labelBranch(branch, range) ?? refuse('conflict', 'units.no_room', { name: '' });
  const column = (pick: (each: (typeof fresh)[number]) => string | number) => fresh.map(pick);
  await sql`select set_config('statement_timeout', '300s', true)`.execute(tx);
  await sql`select house.relabel(${column(({ id }) => id)}::uuid[], ${column(({ lo }) => lo)}::bigint[], ${column(({ hi }) => hi)}::bigint[],
    ${column(({ used }) => used)}::bigint[], ${deeper})`.execute(tx);
}
