import { blueprint, type Branches, compiledOnce, holdTreeWithNext, type Slots, type Tx, type UnitRow, within } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import type { UnitAct, UnitKind, UnitRange } from '@changming/domain/units';
import type { Selectable } from 'kysely';

import type { Writing } from '../context.ts';
import { initialsOf } from './initials.ts';

export type StoredUnit = Selectable<UnitRow>;

/** The unit, if it lies in the scope; outside of it a unit is missing, not forbidden. */
export async function unitInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredUnit> {
  const { rows } = await tx.executeQuery<StoredUnit>(unitQuery({ ranges: scope, given: { id }, fixed: {} }));
  return rows[0] ?? refuse('missing', 'units.not_found', { id });
}

/** Most commands begin with it, so it is compiled once. */
const unitQuery = compiledOnce(
  (ranges: Branches, { id }: Slots<{ readonly id: string }>) =>
    blueprint
      .selectFrom('units')
      .selectAll()
      .where('id', '=', id)
      .where((eb) => within(eb.ref('lo'), ranges)),
  { prepared: false },
);

/** A unit in scope, open, and locked against other reorganisations until this one commits. */
export async function unitToChange(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredUnit> {
  await holdTreeWithNext(tx, 'alone');
  const unit = await unitInScope(tx, scope, id);
  if (unit.closed_on !== null) refuse('conflict', 'units.closed', { name: unit.name });
  return unit;
}

/** What the search looks in: name, short names, pinyin initials, code. */
export function searchKeyOf(unit: { readonly name: string; readonly code: string; readonly short_names: readonly string[] }): string {
  return [unit.name, ...unit.short_names, unit.code, initialsOf(unit.name)].map(keyOf).join(' ');
}

type Naming = { readonly parentId: string | null; readonly name: string; readonly except?: string };

/** Two open units of one name below one parent could not be told apart, nor two whose names only look the same. */
export async function refuseNameTaken(tx: Tx, { parentId, name, except }: Naming): Promise<void> {
  refuseNameAmong(await namesBelow(tx, parentId, except), name);
}

/** The names below one unit as they are compared; read once, whoever makes many units below it adds his own. */
export async function namesBelow(tx: Tx, parentId: string | null, except?: string): Promise<Set<string>> {
  const others = await tx
    .selectFrom('units')
    .select('name')
    .where('parent_id', '=', parentId)
    .where('closed_on', 'is', null)
    .$if(except !== undefined, (beside) => beside.where('id', '!=', except ?? ''))
    .execute();
  return new Set(others.map((other) => keyOf(other.name)));
}

export function refuseNameAmong(names: ReadonlySet<string>, name: string): void {
  if (names.has(keyOf(name))) refuse('conflict', 'units.name_taken');
}

type Change = {
  readonly unitId: string;
  readonly act: UnitAct;
  readonly otherId?: string | null;
  readonly on: string;
  readonly reason: string;
};

/** 变更记录: one line a reorganisation. */
export async function recordChange({ tx, newId, actor, now }: Writing, { unitId, act, otherId = null, on, reason }: Change): Promise<void> {
  const row = {
    id: newId(),
    unit_id: unitId,
    act,
    other_id: otherId,
    effective_on: on,
    reason,
    by_person_id: actor.personId,
    recorded_at: now,
  };
  await tx.insertInto('unit_changes').values(row).execute();
}

/** A reorganisation holds from today or an earlier day, and never from before the unit's last one: the past does not move. */
export async function refuseUntimely({ tx, today }: Writing, unitId: string, on: string): Promise<void> {
  if (on > today) refuse('invalid', 'units.future_date', { on });
  const last = await tx
    .selectFrom('unit_spans')
    .select('from_on')
    .where('unit_id', '=', unitId)
    .where('to_on', 'is', null)
    .executeTakeFirst();
  if (last !== undefined && on < last.from_on) refuse('conflict', 'units.before_last_change', { on, last: last.from_on });
}

type Next = { readonly parent_id: string | null; readonly name: string; readonly kind?: UnitKind };

/** Ends the unit's present span the day before `on` and begins the next; null ends it for good. A same-day change replaces the span. */
export async function turnSpan({ tx, newId }: Writing, unit: StoredUnit, on: string, next: Next | null): Promise<void> {
  const open = await tx
    .selectFrom('unit_spans')
    .select(['id', 'from_on'])
    .where('unit_id', '=', unit.id)
    .where('to_on', 'is', null)
    .executeTakeFirstOrThrow();
  if (open.from_on === on && next !== null) {
    await tx.updateTable('unit_spans').set(next).where('id', '=', open.id).execute();
    return;
  }
  if (open.from_on === on) await tx.deleteFrom('unit_spans').where('id', '=', open.id).execute();
  else await tx.updateTable('unit_spans').set({ to_on: on }).where('id', '=', open.id).execute();
  if (next !== null)
    await tx
      .insertInto('unit_spans')
      .values({ id: newId(), unit_id: unit.id, kind: unit.kind, ...next, from_on: on, to_on: null })
      .execute();
}
