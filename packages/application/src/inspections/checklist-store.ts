import type { ChecklistRow, ChecklistVersionRow, Tx } from '@changming/database';
import { type ChecklistItem, objectionToItems, mostItems } from '@changming/domain/inspections';
import { keyOf, refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Expression, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';

import { initialsOf } from '../units/index.ts';

export type StoredChecklist = Selectable<ChecklistRow>;
export type StoredVersion = Selectable<ChecklistVersionRow>;

/** Whether an owner `u` lies within the ranges or above them: what is asked above holds below. */
export function ownedInSight(ranges: readonly UnitRange[]): Expression<SqlBool> {
  if (ranges.length === 0) return sql<SqlBool>`false`;
  const rows = sql.join(ranges.map(({ lo, hi }) => sql`(${lo}::bigint, ${hi}::bigint)`));
  return sql<SqlBool>`exists (select from (values ${rows}) as branch (lo, hi) where u.lo <= branch.hi and u.hi >= branch.lo)`;
}

/** The checklist, if its owner lies within the scope or above it. */
export async function checklistInSight(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredChecklist> {
  const row = await tx
    .selectFrom('inspection_checklists as c')
    .innerJoin('units as u', 'u.id', 'c.unit_id')
    .selectAll('c')
    .where('c.id', '=', id)
    .where(ownedInSight(scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'inspections.checklist_not_found', { id });
}

/** The checklist, if its owner lies within the scope: only there is it changed. */
export async function checklistInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredChecklist> {
  const found = await checklistInSight(tx, scope, id);
  const isWithin = scope.some(({ lo, hi }) => lo <= found.unit_pos && found.unit_pos <= hi);
  return isWithin ? found : refuse('missing', 'inspections.checklist_not_found', { id });
}

/** The same, in use and as the caller saw it. */
export async function checklistToChange(
  tx: Tx,
  scope: readonly UnitRange[],
  { id, version }: { readonly id: string; readonly version: number },
): Promise<StoredChecklist> {
  const found = await checklistInScope(tx, scope, id);
  if (found.retired_on !== null) refuse('conflict', 'inspections.checklist_retired', { name: found.name });
  if (found.version !== version) refuse('conflict', 'inspections.checklist_changed_meanwhile', { id });
  return found;
}

/** Writes only if nobody else has since it was read. */
export async function saveChecklist(
  tx: Tx,
  { id, version }: Pick<StoredChecklist, 'id' | 'version'>,
  set: Omit<Updateable<ChecklistRow>, 'version'>,
): Promise<void> {
  const saved = await tx
    .updateTable('inspection_checklists')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'inspections.checklist_changed_meanwhile', { id });
}

/** The newest published version; null while there is none. */
export async function newestVersion(tx: Tx, checklistId: string): Promise<StoredVersion | null> {
  const found = await tx
    .selectFrom('inspection_checklist_versions')
    .selectAll()
    .where('checklist_id', '=', checklistId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

export function checklistSearchKey(name: string, code: string): string {
  return [name, initialsOf(name), code].map(keyOf).join(' ');
}

/** Refuses items that no checklist may ask; clauses must be in the library, measures in a risk register that the caller sees. */
export async function refuseWrongItems(
  tx: Tx,
  { code, base_id }: Pick<StoredChecklist, 'code' | 'base_id'>,
  items: readonly ChecklistItem[],
): Promise<void> {
  if (items.length > mostItems) refuse('invalid', 'inspections.too_many_items', { most: mostItems });
  const objection = objectionToItems({ code, isExtension: base_id !== null }, items);
  if (objection !== null) refuse('invalid', objection.code, objection.facts);
  await refuseUnknownMeasures(tx, items);
  await refuseUnknownClauses(tx, items);
}

async function refuseUnknownMeasures(tx: Tx, items: readonly ChecklistItem[]): Promise<void> {
  const wanted = [...new Set(items.flatMap(({ measureId }) => measureId ?? []))];
  if (wanted.length === 0) return;
  const known = await tx.selectFrom('risk_measures').select('id').where('id', 'in', wanted).execute();
  if (known.length < wanted.length) refuse('missing', 'inspections.measure_unknown');
}

async function refuseUnknownClauses(tx: Tx, items: readonly ChecklistItem[]): Promise<void> {
  const wanted = [...new Set(items.flatMap(({ clauseIds }) => clauseIds))];
  if (wanted.length === 0) return;
  const known = await tx.selectFrom('clauses').select('code').distinct().where('code', 'in', wanted).execute();
  const codes = new Set(known.map(({ code: each }) => each));
  const unknown = wanted.find((each) => !codes.has(each));
  if (unknown !== undefined) refuse('invalid', 'inspections.clause_unknown', { clause: unknown });
}
