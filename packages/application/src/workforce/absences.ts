import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { absenceInput, endAbsenceInput } from '@changming/domain/workforce';

import { command } from '../context.ts';
import { heldAtWork } from './store.ts';

/** 请假、离岗: from the instant `from` until just before `until`, deputies answer in the person's place. */
export const recordAbsence = command({
  permission: 'workforce.edit',
  name: 'workforce.recordAbsence',
  input: absenceInput,
  async run(work, { id: given, personId, reason, ...time }) {
    const person = await heldAtWork(work, personId);
    const [from, until] = [new Date(time.from), new Date(time.until)];
    const id = given ?? work.newId();
    const written = await work.tx
      .insertInto('absences')
      .values({ id, person_id: personId, from_at: from, until_at: until, reason })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'workforce.id_taken');
    const after = { personId, from: from.toISOString(), until: until.toISOString(), reason };
    return work.trail({ subjectId: id, unitId: person.unit_id, before: null, after }, { id });
  },
});

/** 销假: the absence ends earlier or later than was said; on its first instant it never was. */
export const endAbsence = command({
  permission: 'workforce.edit',
  name: 'workforce.endAbsence',
  input: endAbsenceInput,
  async run({ tx, scope, trail }, { absenceId, until }) {
    const before = await tx
      .selectFrom('absences as a')
      .innerJoin('persons as p', 'p.id', 'a.person_id')
      .select(['a.from_at', 'a.until_at', 'p.unit_id'])
      .where('a.id', '=', absenceId)
      .where((eb) => within(eb.ref('p.unit_pos'), scope))
      .executeTakeFirst();
    if (before === undefined) refuse('missing', 'workforce.absence_not_found', { id: absenceId });
    const until_at = new Date(Math.max(Date.parse(until), before.from_at.getTime()));
    await tx.updateTable('absences').set({ until_at }).where('id', '=', absenceId).execute();
    const told = { before: { until: before.until_at.toISOString() }, after: { until: until_at.toISOString() } };
    return trail({ subjectId: absenceId, unitId: before.unit_id, ...told }, { id: absenceId });
  },
});
