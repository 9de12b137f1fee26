import type { UnitDraft } from '@changming/domain/imports';
import { refuse } from '@changming/domain/kernel';

import type { Changed, Writing } from '../context.ts';
import { refuseUnpermitted } from '../permitted.ts';
import {
  cityOf,
  createBelow,
  detailsOf,
  giveName,
  namesBelow,
  reclassify,
  saveCity,
  saveDetails,
  searchKeyOf,
  type StoredUnit,
  unitToChange,
} from '../units/index.ts';
import type { Batch } from './store.ts';

type Along = {
  readonly batch: Batch;
  readonly code: string;
  readonly ids: Map<string, string>;
  /** The codes of units whose code was put aside for another. */
  readonly vacated: ReadonlyMap<string, string>;
  /** The names below each unit that others are made below, as they are read once. */
  readonly names: Map<string, Set<string>>;
};

/** Makes a unit that the file tells of, below the one it names; or replaces the facts of one that is there. Null for the root itself. */
export async function importUnit(work: Writing, draft: UnitDraft, along: Along): Promise<Changed | null> {
  if (draft.existingId !== null) return replaceFacts(work, draft, along);
  const parentId = draft.parentId ?? along.ids.get(draft.parentKey ?? '');
  if (parentId === undefined) return draft.parentKey === null ? null : refuse('conflict', 'imports.parent_missing', { name: draft.name });
  const parent = await unitToChange(work.tx, work.scope, parentId);
  if (!work.may('units.create', parent.lo)) refuseUnpermitted('units.create');
  const names = along.names.get(parent.id) ?? (await namesBelow(work.tx, parent.id));
  along.names.set(parent.id, names);
  const row = await createBelow(work, parent, wantedBy(draft, along, parent), names);
  const { name, kind } = draft;
  along.ids.set(draft.key, row.id);
  return { subjectId: row.id, unitId: row.id, before: null, after: { code: along.code, name, kind, parentId, ...assessmentOf(draft) } };
}

function wantedBy(draft: UnitDraft, { batch, code }: Along, parent: StoredUnit) {
  const { headcount, province, city, industry, flags, address, remark, name, kind, shortNames } = draft;
  const on = batch.effective_on < parent.opened_on ? parent.opened_on : batch.effective_on;
  const profile = {
    headcount,
    province,
    city: city ?? undefined,
    industry,
    flags: [...flags],
    address,
    remark,
    ...assessmentOf(draft),
  };
  return { parentId: parent.id, code, name, kind, shortNames: [...shortNames], profile, on, reason: reasonOf(batch.file_name) };
}

/** 按文件更新: what the file tells of the unit in place of what is there; what it leaves open stays. */
async function replaceFacts(work: Writing, draft: UnitDraft, { batch, vacated }: Along): Promise<Changed> {
  const found = await unitToChange(work.tx, work.scope, draft.existingId ?? '');
  const before = { ...found, code: vacated.get(found.id) ?? found.code };
  const name = await nameFrom(work, before, { draft, batch });
  const [kind, code] = [draft.kind, draft.code ?? before.code];
  await reclassify(work, { ...before, name }, { kind, code, on: batch.effective_on, reason: reasonOf(batch.file_name) });
  const { known, told } = await replaceProfile(work, draft, { before, name, code });
  return {
    subjectId: before.id,
    unitId: before.id,
    before: { ...nameOf(before.name, draft), kind: before.kind, code: before.code, ...known },
    after: { ...nameOf(name, draft), kind, code, ...told, ...assessmentOf(draft) },
  };
}

type Called = { readonly before: StoredUnit; readonly name: string; readonly code: string };

/** The profile as it was, and as it is with what the file tells. */
async function replaceProfile({ tx, may }: Writing, draft: UnitDraft, { before, name, code }: Called) {
  const known = { ...profileOf(before), city: await cityOf(tx, before.id), ...(await detailsOf(tx, before.id)) };
  const place = { city: draft.city ?? known.city, address: draft.address ?? known.address, remark: draft.remark ?? known.remark };
  const { shortNames, ...profile } = profileWith(draft, before);
  const told = { ...profile, shortNames, ...place };
  const isSame = JSON.stringify(told) === JSON.stringify(known);
  if (!isSame && !may('units.editProfile', before.lo)) refuseUnpermitted('units.editProfile');
  const search_key = searchKeyOf({ ...before, name, code, short_names: shortNames });
  await tx
    .updateTable('units')
    .set((eb) => ({ ...profile, short_names: shortNames, search_key, version: eb('version', '+', 1) }))
    .where('id', '=', before.id)
    .execute();
  await saveCity(tx, before.id, place.city ?? undefined);
  await saveDetails(tx, before.id, place);
  return { known, told };
}

/** 更名, where the file says so: it takes the permission to reorganise, which whoever imports need not have. Answers how the unit is called. */
async function nameFrom(work: Writing, unit: StoredUnit, { draft: { newName: name }, batch }: Pick<Along, 'batch'> & { draft: UnitDraft }) {
  if (name === null || name === unit.name) return unit.name;
  if (!work.may('units.reorganise', unit.lo)) refuseUnpermitted('units.reorganise');
  await giveName(work, unit, { name, on: batch.effective_on, reason: reasonOf(batch.file_name) });
  return name;
}

/** Told where the file changes it. */
function nameOf(name: string, { newName }: UnitDraft) {
  return newName === null ? {} : { name };
}

type Profile = Pick<UnitDraft, 'headcount' | 'province' | 'industry' | 'flags' | 'shortNames'>;

function profileOf({ headcount, province, industry, flags, short_names: shortNames }: StoredUnit): Profile {
  return { headcount, province, industry, flags, shortNames };
}

function profileWith(draft: UnitDraft, unit: StoredUnit) {
  return {
    headcount: draft.headcount ?? unit.headcount,
    province: draft.province ?? unit.province,
    industry: draft.industry ?? unit.industry,
    flags: [...new Set([...unit.flags, ...draft.flags])],
    shortNames: [...new Set([...unit.short_names, ...draft.shortNames])],
  };
}

/** 粉尘涉爆评估 is kept with the change, as when a person sets the flag. */
function assessmentOf({ dustAssessment }: UnitDraft) {
  return dustAssessment === null ? {} : { dustAssessment };
}

const reasonOf = (fileName: string) => `导入 ${fileName}`;
