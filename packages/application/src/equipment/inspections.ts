import type { Tx } from '@changming/database';
import { recordInspectionInput, refuseImpossibleInspection } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { openSpecial, refuseRival } from './store.ts';

/** 登记检验. With `correctsId` it takes the place of a record that was wrong; that one stays, and no longer counts. */
export const recordInspection = command({
  permission: 'equipment.edit',
  name: 'equipment.recordInspection',
  input: recordInspectionInput,
  async run(work, { equipmentId, id = work.newId(), correctsId, ...told }) {
    const { tx, scope, today, now, actor, trail } = work;
    const equipment = await openSpecial(tx, scope, equipmentId);
    refuseImpossibleInspection(told, today);
    if (correctsId !== undefined) await refuseWrongCorrection(work, equipmentId, correctsId);
    const written = await tx
      .insertInto('special_inspections')
      .values({
        id,
        equipment_id: equipmentId,
        kind: told.kind,
        on_day: told.on,
        result: told.result,
        next_due_on: told.nextDueOn,
        report_no: told.reportNo,
        agency: told.agency,
        corrects_id: correctsId ?? null,
        by_id: actor.personId,
        recorded_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
      .catch(refuseRival);
    if (written.numInsertedOrUpdatedRows === 0n) return trail([], { id });
    await copyCounting(tx, [equipmentId]);
    const before = { on: equipment.inspected_on, result: equipment.inspection_result, nextDueOn: equipment.next_due_on };
    return trail({ subjectId: equipmentId, unitId: equipment.unit_id, before, after: { ...told, corrects: correctsId ?? null } }, { id });
  },
});

/** Only a record of the same machine, and only one that nobody has put right before. */
async function refuseWrongCorrection({ tx }: Writing, equipmentId: string, correctsId: string): Promise<void> {
  const found = await tx
    .selectFrom('special_inspections as i')
    .leftJoin('special_inspections as later', 'later.corrects_id', 'i.id')
    .select(['i.id', 'later.id as laterId'])
    .where('i.id', '=', correctsId)
    .where('i.equipment_id', '=', equipmentId)
    .executeTakeFirst();
  if (found === undefined) refuse('missing', 'equipment.inspection_not_found');
  if (found.laterId !== null) refuse('conflict', 'equipment.changed_meanwhile', { id: equipmentId });
}

/**
 * Copies the inspection that counts beside each machine, corrections taken: of those it passed and has not failed since, the one that is good
 * for longest; else the last one that came to an end; else the last.
 */
export async function copyCounting(tx: Tx, equipmentIds: readonly string[]): Promise<void> {
  await sql`
    update special_equipment e set inspected_on = i.on_day, inspection_result = i.result, next_due_on = i.next_due_on
    from unnest(${equipmentIds}::uuid[]) as wanted (id) cross join lateral (
      select on_day, result, next_due_on from (
        select s.*, s.result = 'passed' and s.next_due_on is not null and not coalesce(bool_or(s.result = 'failed') over (
          order by s.on_day desc, s.recorded_at desc rows unbounded preceding), false) as holds
        from special_inspections s
        where s.equipment_id = wanted.id and not exists (select from special_inspections c where c.corrects_id = s.id)) s
      order by holds desc, case when holds then next_due_on end desc, result = 'underWay', on_day desc, recorded_at desc, id desc limit 1) i
    where e.id = wanted.id`.execute(tx);
}
