import { checkFireInput, contradicts, openItems, scrapFireInput } from '@changming/domain/equipment';
import { dayIn, refuse, seenAt } from '@changming/domain/kernel';
import { readPlateCode } from '@changming/domain/points';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { declareFirePhotos, fireReceipt, ownFireReceipt } from './fire-receipt.ts';
import { fireColumns } from './register-fire.ts';
import { equipmentRuleBook } from './rules.ts';
import { meetDuties } from './spot-met.ts';
import { fireToCheck, openFire, refuseRival, saveFire, type StoredFire } from './store.ts';

type Given = Omit<z.output<typeof checkFireInput>, 'equipmentId' | 'id' | 'plate'>;
type Check = Omit<Given, 'doneAt'>;
type Times = { readonly done_at: Date | null; readonly claimed_at: Date | null; readonly clock_suspect: boolean };

/**
 * 点检、维修、年检 of a piece of fire equipment, by scanning the plate of its point or at the desk. A look-over begins with every item
 * unset; another point's plate is refused. What was found becomes its condition, unless something later has been found already. The same
 * id again is the same check and gets the same receipt, whatever has become of the piece since. With
 * `correctsId` it takes the place of a check of the same piece that was wrong; that one stays, and no longer counts.
 */
export const checkFire = command({
  permission: 'equipment.check',
  name: 'equipment.checkFire',
  input: checkFireInput,
  async run(work, { equipmentId, id = work.newId(), plate, ...given }) {
    const { tx, scope, today, now, actor, trail } = work;
    const { times, check } = timed(given, now);
    const known = await ownFireReceipt(work, { id, equipmentId });
    if (known !== null) return trail([], known);
    const equipment = await fireToCheck(tx, scope, equipmentId);
    /** It may have been sent before and have stood only since the piece was let go. */
    const sentBefore = await ownFireReceipt(work, { id, equipmentId });
    if (sentBefore !== null) return trail([], sentBefore);
    refuseUntrue(check, today);
    if (check.correctsId !== undefined) await refuseWrongCorrection(work, { equipmentId, id, correctsId: check.correctsId });
    const scanned = await isScanned(work, equipment, plate);
    const written = await tx
      .insertInto('fire_checks')
      .values({
        id,
        equipment_id: equipmentId,
        kind: check.kind,
        on_day: check.on,
        condition: check.condition,
        items: JSON.stringify(check.items),
        reading: check.reading,
        note: check.note,
        scanned,
        corrects_id: check.correctsId ?? null,
        by_id: actor.personId,
        recorded_at: now,
        ...times,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
      .catch(refuseRival);
    if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'equipment.check_id_taken');
    await declareFirePhotos(tx, { id, equipmentId }, check.photos);
    await takeOver(work, equipment, check);
    await meetDuties(work, { equipmentId, on: check.on, correctsId: check.correctsId ?? null });
    const told = { kind: check.kind, on: check.on, condition: check.condition, scanned };
    const before = { condition: equipment.condition };
    return trail({ subjectId: equipmentId, unitId: equipment.unit_id, before, after: told }, await fireReceipt(tx, id));
  },
});

/** By the phone's clock, as far as that can be true; otherwise the day on which it arrived. What was said at a desk is the day said there. */
function timed({ doneAt, ...check }: Given, now: Date): { readonly check: Check; readonly times: Times } {
  if (doneAt === undefined) return { check, times: { done_at: null, claimed_at: null, clock_suspect: false } };
  const { foundAt, clockSuspect } = seenAt(doneAt, now);
  return { check: { ...check, on: dayIn(foundAt) }, times: { done_at: foundAt, claimed_at: doneAt, clock_suspect: clockSuspect } };
}

/** Of a day to come nothing is known; a look-over with an item open is none, nor is a piece intact with something wrong. */
function refuseUntrue({ kind, on, items, condition }: Check, today: string): void {
  if (on > today) refuse('invalid', 'equipment.day_in_future');
  if (kind !== 'spot') return;
  const open = openItems(items);
  if (open.length > 0) refuse('invalid', 'equipment.items_open', { open: open.length });
  if (contradicts(items, condition)) refuse('invalid', 'equipment.condition_contradicts');
}

type Correction = { readonly equipmentId: string; readonly id: string; readonly correctsId: string };

/** Only a check of the same piece, and only one that nobody has put right before. */
async function refuseWrongCorrection({ tx }: Writing, { equipmentId, id, correctsId }: Correction): Promise<void> {
  const found = await tx
    .selectFrom('fire_checks as c')
    .leftJoin('fire_checks as later', 'later.corrects_id', 'c.id')
    .select('later.id as laterId')
    .where('c.id', '=', correctsId)
    .where('c.equipment_id', '=', equipmentId)
    .executeTakeFirst();
  if (found === undefined) refuse('missing', 'equipment.check_not_found');
  if (found.laterId !== null && found.laterId !== id) refuse('conflict', 'equipment.changed_meanwhile', { id: equipmentId });
}

/** Whether the plate of its own point was scanned; that of another point is refused. */
async function isScanned({ tx }: Writing, { point_id }: StoredFire, plate: string | undefined): Promise<boolean> {
  if (plate === undefined) return false;
  const point = await tx.selectFrom('points').select('id').where('code', '=', readPlateCode(plate)).executeTakeFirst();
  if (point === undefined || point.id !== point_id) refuse('invalid', 'equipment.wrong_plate');
  return true;
}

/** The condition found, and after a service the days that follow from it. */
async function takeOver(
  { tx, today }: Writing,
  equipment: StoredFire,
  { kind, on, condition }: Pick<Check, 'kind' | 'on' | 'condition'>,
): Promise<void> {
  const latest = on >= equipment.condition_on ? { condition, condition_on: on } : {};
  const serviced = kind === 'service' && on >= (equipment.serviced_on ?? '');
  await saveFire(tx, equipment, { ...latest, ...(serviced ? await servicedColumns(tx, { equipment, on, today }) : {}) });
}

async function servicedColumns(
  tx: Writing['tx'],
  { equipment, on, today }: { readonly equipment: StoredFire; readonly on: string; readonly today: string },
) {
  const book = await equipmentRuleBook(tx);
  const { fire } = await book({ unitId: equipment.unit_id, on: today });
  const { service_due_on, scrap_due_on } = fireColumns({ ...factsOf(equipment), servicedOn: on }, fire);
  return { serviced_on: on, service_due_on, scrap_due_on };
}

/** The stored columns as what was said. */
export function factsOf(row: StoredFire) {
  return {
    unitId: row.unit_id,
    no: row.no,
    kind: row.kind,
    name: row.name,
    model: row.model,
    place: row.place,
    pointId: row.point_id,
    madeOn: row.made_on,
    servicedOn: row.serviced_on,
    scrapStatedOn: row.scrap_stated_on,
    keeperId: row.keeper_id,
    remark: row.remark,
  };
}

/** 报废: it leaves the ledger on that day, with a reason; look-overs that were not yet due are no longer owed. */
export const scrapFire = command({
  permission: 'equipment.changeState',
  name: 'equipment.scrapFire',
  input: scrapFireInput,
  async run(work, { equipmentId, on, reason }) {
    const { tx, scope, today, trail } = work;
    const before = await openFire(tx, scope, equipmentId);
    if (on > today) refuse('invalid', 'equipment.day_in_future');
    await refuseBeforeMissed(work, { equipmentId, on });
    await saveFire(tx, before, { condition: 'scrapped', condition_on: on, scrapped_on: on, scrap_reason: reason });
    const told = { before: { condition: before.condition }, after: { scrappedOn: on, reason } };
    return trail({ subjectId: equipmentId, unitId: before.unit_id, ...told }, { id: equipmentId });
  },
});

/** A look-over that was missed stays missed: nobody scraps the piece for a day before it. */
async function refuseBeforeMissed(
  { tx, today }: Writing,
  { equipmentId, on }: { readonly equipmentId: string; readonly on: string },
): Promise<void> {
  const missed = await tx
    .selectFrom('fire_spot_duties')
    .select('due_on')
    .where('equipment_id', '=', equipmentId)
    .where('checked_on', 'is', null)
    .where('due_on', '<', today)
    .where('due_on', '>=', on)
    .orderBy('due_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (missed !== undefined) refuse('invalid', 'equipment.scrapped_before_missed', { on: missed.due_on });
}
