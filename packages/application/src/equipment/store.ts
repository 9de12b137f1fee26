import { type FireEquipmentRow, type SpecialEquipmentRow, type Tx, within } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, sql, type SqlBool, type Updateable } from 'kysely';

import type { Writing } from '../context.ts';
import { initialsOf, unitInScope } from '../units/index.ts';

type StoredSpecial = Selectable<SpecialEquipmentRow>;
export type StoredFire = Selectable<FireEquipmentRow>;
type Scope = readonly UnitRange[];

/** The machine, if it lies in the scope; outside of it it is missing, not forbidden. */
export async function specialInScope(tx: Tx, scope: Scope, id: string): Promise<StoredSpecial> {
  const row = await tx
    .selectFrom('special_equipment')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'equipment.not_found', { id });
}

/** The same, refused when it is scrapped. */
export async function openSpecial(tx: Tx, scope: Scope, id: string): Promise<StoredSpecial> {
  const row = await specialInScope(tx, scope, id);
  if (row.state === 'scrapped') refuse('conflict', 'equipment.scrapped', { name: row.name });
  return row;
}

export async function fireInScope(tx: Tx, scope: Scope, id: string): Promise<StoredFire> {
  const row = await tx
    .selectFrom('fire_equipment')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'equipment.not_found', { id });
}

export async function openFire(tx: Tx, scope: Scope, id: string): Promise<StoredFire> {
  const row = await fireInScope(tx, scope, id);
  if (row.condition === 'scrapped') refuse('conflict', 'equipment.scrapped', { name: row.no ?? row.name ?? '' });
  return row;
}

/** The same, locked until this commits: of two who look it over at once, each look-over counts. */
export async function fireToCheck(tx: Tx, scope: Scope, id: string): Promise<StoredFire> {
  const row = await tx
    .selectFrom('fire_equipment')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse('missing', 'equipment.not_found', { id });
  if (row.condition === 'scrapped') refuse('conflict', 'equipment.scrapped', { name: row.no ?? row.name ?? '' });
  return row;
}

type Version = { readonly id: string; readonly version: number };

/** Writes only if nobody else has since `version` was read. */
export async function saveSpecial(tx: Tx, { id, version }: Version, set: Omit<Updateable<SpecialEquipmentRow>, 'version'>): Promise<void> {
  const saved = await tx
    .updateTable('special_equipment')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
    .catch(refuseRival);
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'equipment.changed_meanwhile', { id });
}

export async function saveFire(tx: Tx, { id, version }: Version, set: Omit<Updateable<FireEquipmentRow>, 'version'>): Promise<void> {
  const saved = await tx
    .updateTable('fire_equipment')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
    .catch(refuseRival);
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'equipment.changed_meanwhile', { id });
}

/** Numbers are each unit's own: a duplicate reveals nothing of another branch. */
export function refuseRival(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  if (/^(special_equipment_(own|register)_no|fire_equipment_no)$/.test(constraint)) refuse('conflict', 'equipment.number_taken');
  if (constraint.endsWith('_corrects_id_key')) refuse('conflict', 'equipment.changed_meanwhile');
  throw error;
}

type Placed = { readonly unitId: string; readonly pointId: string | null; readonly keeperId: string | null };

/** The unit, the point and the keeper lie in the scope; the point is in use, and the keeper works here. */
export async function refuseElsewhere({ tx, scope }: Writing, { unitId, pointId, keeperId }: Placed): Promise<void> {
  await unitInScope(tx, scope, unitId);
  if (pointId !== null) await refusePointElsewhere({ tx, scope }, pointId);
  if (keeperId !== null) await refuseStranger({ tx, scope }, keeperId);
}

async function refusePointElsewhere({ tx, scope }: Pick<Writing, 'tx' | 'scope'>, pointId: string): Promise<void> {
  const found = await tx
    .selectFrom('points')
    .select('id')
    .where('id', '=', pointId)
    .where('closed_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (found === undefined) refuse('missing', 'equipment.point_elsewhere');
}

export async function refuseStranger({ tx, scope }: Pick<Writing, 'tx' | 'scope'>, personId: string): Promise<void> {
  const found = await tx
    .selectFrom('persons')
    .select('id')
    .where('id', '=', personId)
    .where('left_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (found === undefined) refuse('missing', 'equipment.person_not_found');
}

/** What lists are ordered by and the search looks in: the number first, then the name with its initials. */
export function searchKey(parts: readonly (string | null)[], name: string | null): string {
  const all = [...parts, name, name === null ? null : initialsOf(name)].flatMap((part) => (part === null ? [] : [keyOf(part)]));
  return all.join(' ').replaceAll('~', ' ').slice(0, 300) || '-';
}

/** Whether what was typed stands in the key. */
export function carriesKey(column: string, typed: string) {
  return sql<SqlBool>`${sql.ref(column)} like ${`%${keyOf(typed).replace(/[\\%_]/g, '\\$&')}%`}`;
}
