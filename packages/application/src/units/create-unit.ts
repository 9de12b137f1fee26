import type { Insertable } from 'kysely';
import type { UnitRow } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import { createUnitInput, deepest, mayHangBelow, rootRange, type UnitRange } from '@changming/domain/units';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { saveCity } from './city.ts';
import { refuseCodeTaken } from './code-holders.ts';
import { refuseUnassessedDust } from './dust.ts';
import { labelsBelow } from './room.ts';
import { firstDetails } from './unit-details.ts';
import { namesBelow, recordChange, refuseNameAmong, searchKeyOf, type StoredUnit, unitToChange } from './store.ts';

type Wanted = z.output<typeof createUnitInput>;

/** Creates a unit below another of the caller's branch, from a day that may lie in the past. */
export const createUnit = command({
  permission: 'units.create',
  input: createUnitInput,
  reorganises: true,
  async run(work, wanted) {
    if (wanted.parentId === null) refuse('conflict', 'units.is_root');
    const unit = await createBelow(work, await unitToChange(work.tx, work.scope, wanted.parentId), wanted);
    const { dustAssessment } = wanted.profile ?? {};
    const after = { ...told(unit), ...(dustAssessment === undefined ? {} : { dustAssessment }) };
    return work.trail({ subjectId: unit.id, unitId: unit.id, before: null, after }, { id: unit.id });
  },
});

/**
 * Makes a unit below one that is open and locked, by the rules of the page, which hold for a file as well. Whoever makes many below one
 * parent names those that are there, `namesBelow` and his own, to have them read once.
 */
export async function createBelow(work: Writing, parent: StoredUnit, wanted: Wanted, names?: Set<string>): Promise<Insertable<UnitRow>> {
  if (wanted.on > work.today) refuse('invalid', 'units.future_date', { on: wanted.on });
  refuseUnassessedDust(wanted.profile, []);
  if (!mayHangBelow(wanted.kind, parent.kind)) refuse('invalid', 'units.kind_below', { kind: wanted.kind, parent: parent.kind });
  if (wanted.on < parent.opened_on) refuse('invalid', 'units.before_last_change', { on: wanted.on, last: parent.opened_on });
  if (parent.depth >= deepest) refuse('conflict', 'units.too_deep', { max: deepest });
  const beside = names ?? (await namesBelow(work.tx, parent.id));
  refuseNameAmong(beside, wanted.name);
  beside.add(keyOf(wanted.name));
  return insertUnit(work, wanted, { labels: await labelsBelow(work, parent), depth: parent.depth + 1 });
}

type Place = { readonly labels: UnitRange; readonly depth: number };

/** Writes the unit, its first span and its first change. The code must be free in the whole group. */
export async function insertUnit(work: Writing, wanted: Wanted, place: Place): Promise<Insertable<UnitRow>> {
  const row = newRow(wanted.id ?? work.newId(), wanted, place);
  const written = await work.tx
    .insertInto('units')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) {
    await refuseCodeTaken(work.tx, wanted);
    refuse('conflict', 'units.code_taken', { code: wanted.code, unit: wanted.name });
  }
  const { id, parent_id, name, kind } = row;
  await saveCity(work.tx, id, wanted.profile?.city);
  await firstDetails(work.tx, id, wanted.profile);
  const span = { id: work.newId(), unit_id: id, parent_id, name, kind, from_on: wanted.on, to_on: null };
  await work.tx.insertInto('unit_spans').values(span).execute();
  await recordChange(work, { unitId: id, act: 'create', on: wanted.on, reason: wanted.reason });
  return row;
}

const blank: NonNullable<Wanted['profile']> = { headcount: null, province: null, industry: null, flags: [] };

function newRow(id: string, { code, name, shortNames, kind, parentId, on, profile = blank }: Wanted, { labels, depth }: Place) {
  return {
    id,
    code,
    name,
    short_names: shortNames,
    kind,
    parent_id: parentId,
    ...labels,
    used: labels.lo,
    depth,
    opened_on: on,
    closed_on: null,
    headcount: profile.headcount,
    province: profile.province,
    industry: profile.industry,
    flags: profile.flags,
    search_key: searchKeyOf({ name, code, short_names: shortNames }),
  };
}

/** The group itself: the one unit that no person creates, made by the first start or a seed within the whole range. */
export function rootPlace(): Place {
  return { labels: rootRange, depth: 0 };
}

const told = ({ code, name, kind, parent_id: parentId }: Insertable<UnitRow>) => ({ code, name, kind, parentId });
