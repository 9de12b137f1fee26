import { type TrainingChangeRow, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { isChangeTooOld, registerChangeInput, withdrawChangeInput } from '@changming/domain/training';
import type { Selectable } from 'kysely';

import { command, type Writing } from '../context.ts';
import { rulesFor } from '../standards/index.ts';
import { unitInScope } from '../units/index.ts';
import { assignTraining } from './assigned.ts';
import { makeDedicated } from './reckon-dedicated.ts';

/**
 * 四新登记: what the unit's branch is going to use for the first time. Everybody of the branch owes the training from now on, and a session
 * that expects them is to be held by the first day. The same id again answers what was registered.
 */
export const registerChange = command({
  permission: 'training.plan',
  name: 'training.registerChange',
  input: registerChangeInput,
  async run(work, { id = work.newId(), unitId, kind, title, note, from, classHours }) {
    const { tx, scope, today } = work;
    await unitInScope(tx, scope, unitId);
    if (isChangeTooOld(from, today)) refuse('invalid', 'training.change_too_old');
    const hours = await hoursFor(work, { unitId, classHours });
    const words = { kind, title, note, from_on: from, recorded_on: today, class_hours: hours };
    const written = await tx
      .insertInto('training_changes')
      .values({ id, unit_id: unitId, ...words, by_id: work.actor.personId })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return work.trail([], { id: (await changeToWrite(work, id)).id, expected: 0 });
    const dueOn = from < today ? today : from;
    const session = await assignTraining(work, { unitId, category: 'fourNew', title, aboutId: id, dueOn, classHours: hours });
    const owing = await makeDedicated(work, await expectedAt(work, session.id));
    const after = { kind, title, from, classHours: hours, owing };
    return work.trail([{ subjectId: id, unitId, before: null, after }, session.changed], { id, expected: session.expected });
  },
});

/** 撤销四新登记: it comes to no use after all; what was owed for it is void with the worker's next look. */
export const withdrawChange = command({
  permission: 'training.plan',
  name: 'training.withdrawChange',
  input: withdrawChangeInput,
  async run(work, { changeId, reason }) {
    const before = await changeToWrite(work, changeId);
    if (before.withdrawn_on !== null) refuse('conflict', 'training.change_withdrawn', { title: before.title });
    const after = { withdrawn_on: work.today, withdrawn_reason: reason };
    await work.tx.updateTable('training_changes').set(after).where('id', '=', changeId).execute();
    await work.enqueue('training.sweep', {}, `change:${changeId}`);
    const told = { before: { title: before.title }, after: { cancelled: reason } };
    return work.trail({ subjectId: changeId, unitId: before.unit_id, ...told }, { id: changeId });
  },
});

/** As many as the rules ask for, or more. */
async function hoursFor({ tx, today }: Writing, { unitId, classHours }: { unitId: string; classHours: number | undefined }) {
  const least = (await rulesFor(tx, { unitId, on: today })).number('training.fourNewHours') ?? 0.5;
  if (classHours !== undefined && classHours < least) refuse('invalid', 'training.change_hours_few', { least });
  return classHours ?? least;
}

async function changeToWrite({ tx, scope }: Writing, id: string): Promise<Selectable<TrainingChangeRow>> {
  const row = await tx
    .selectFrom('training_changes')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('missing', 'training.change_not_found', { id });
}

async function expectedAt({ tx }: Writing, sessionId: string): Promise<string[]> {
  const rows = await tx.selectFrom('training_attendance').select('person_id').where('session_id', '=', sessionId).execute();
  return rows.map((row) => row.person_id);
}
