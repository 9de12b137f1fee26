import { refuse } from '@changming/domain/kernel';
import { createSheetInput, issueSheetInput, withdrawSheetInput } from '@changming/domain/points';

import { command, type Writing } from '../context.ts';
import { evidenceInScope } from '../evidence/index.ts';
import { unitInScope } from '../units/index.ts';
import { outdateMapOf } from './places.ts';
import { issueVersion, openSheet, type StoredSheet } from './sheet-store.ts';
import { openPoint } from './store.ts';

/** 新建图纸: a series, without a version yet. The same id again answers the same series. */
export const createSheet = command({
  permission: 'points.edit',
  name: 'points.createSheet',
  input: createSheetInput,
  async run(work, { unitId, pointId, kind, name, ...given }) {
    const { tx, scope, today, trail } = work;
    await unitInScope(tx, scope, unitId);
    if (pointId !== null) await refuseElsewhere(work, pointId, unitId);
    const id = given.id ?? work.newId();
    const written = await tx
      .insertInto('point_sheets')
      .values({ id, unit_id: unitId, point_id: pointId, kind, name, plan_id: null, opened_on: today, closed_on: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return trail([], { id: (await openSheet(tx, scope, id)).id });
    return trail({ subjectId: id, unitId, before: null, after: { kind, name, pointId } }, { id });
  },
});

/** A sheet of a point belongs to the point's own unit. */
async function refuseElsewhere({ tx, scope }: Writing, pointId: string, unitId: string): Promise<void> {
  const point = await openPoint(tx, scope, pointId);
  if (point.unit_id !== unitId) refuse('invalid', 'points.point_elsewhere', { name: point.name });
}

/** 发布新版: the picture must have arrived, in the unit of the sheet. The version before is replaced from today on. */
export const issueSheet = command({
  permission: 'points.edit',
  name: 'points.issueSheet',
  input: issueSheetInput,
  async run(work, { sheetId, evidenceId, note }) {
    const { tx, scope, trail } = work;
    const sheet = await openSheet(tx, scope, sheetId);
    if (sheet.kind === 'fourColour') refuse('conflict', 'points.sheet_of_map', { name: sheet.name });
    await refuseWithoutPicture(work, sheet, evidenceId);
    const same = await tx
      .selectFrom('point_sheet_versions')
      .select(['id', 'number', 'code'])
      .where('sheet_id', '=', sheetId)
      .where('evidence_id', '=', evidenceId)
      .where('replaced_on', 'is', null)
      .executeTakeFirst();
    if (same !== undefined) return trail([], same);
    const version = await issueVersion(work, sheetId, { evidenceId, shown: null, note });
    if (sheet.kind === 'floorPlan') await outdateMapOf(work, sheetId);
    const told = { subjectId: sheetId, unitId: sheet.unit_id, before: null, after: { number: version.number, evidenceId, note } };
    return trail(told, version);
  },
});

async function refuseWithoutPicture({ tx, scope }: Writing, sheet: StoredSheet, evidenceId: string): Promise<void> {
  const picture = await evidenceInScope(tx, scope, evidenceId);
  if (picture.arrived_at === null || picture.unit_id !== sheet.unit_id) refuse('conflict', 'points.picture_missing', { name: sheet.name });
}

/** 停用图纸: its prints answer that they no longer hold. */
export const withdrawSheet = command({
  permission: 'points.edit',
  name: 'points.withdrawSheet',
  input: withdrawSheetInput,
  async run({ tx, scope, today, trail }, { sheetId, reason }) {
    const sheet = await openSheet(tx, scope, sheetId);
    await tx
      .updateTable('point_sheets')
      .set((eb) => ({ closed_on: today, version: eb('version', '+', 1) }))
      .where((eb) => eb.or([eb('id', '=', sheetId), eb('plan_id', '=', sheetId)]))
      .where('closed_on', 'is', null)
      .execute();
    return trail({ subjectId: sheetId, unitId: sheet.unit_id, before: { name: sheet.name }, after: { closedOn: today, reason } }, null);
  },
});
