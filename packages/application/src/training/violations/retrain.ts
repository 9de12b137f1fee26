import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { retrainInput } from '@changming/domain/training';

import { command, type Writing } from '../../context.ts';
import { attended } from './attended.ts';

/** 重训完成: proved by a session of 反三违 that the person attended, or such an exam that he passed, since it was owed. */
export const completeRetraining = command({
  permission: 'training.recordViolation',
  name: 'training.completeRetraining',
  input: retrainInput,
  async run(work, { retrainingId, sessionId, resultId }) {
    const { tx, scope, actor, trail } = work;
    const owed = await tx
      .selectFrom('violation_retrainings')
      .selectAll()
      .where('id', '=', retrainingId)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .executeTakeFirst();
    if (owed === undefined || owed.cancelled_on !== null) return refuse('missing', 'training.retraining_not_found');
    if (owed.done_on !== null) return trail([], { id: retrainingId, doneOn: owed.done_on });
    const doneOn = await provedOn(work, { personId: owed.person_id, sessionId, resultId });
    if (doneOn === null || doneOn < owed.owed_on) return refuse('conflict', 'training.retraining_unproved');
    const set = { done_on: doneOn, session_id: sessionId, result_id: sessionId === null ? resultId : null, done_by_id: actor.personId };
    const saved = await tx
      .updateTable('violation_retrainings')
      .set({ ...set, version: owed.version + 1 })
      .where('id', '=', retrainingId)
      .where('version', '=', owed.version)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.violation_changed_meanwhile');
    return trail(
      { subjectId: retrainingId, unitId: owed.unit_id, before: null, after: { retrainedOn: doneOn } },
      { id: retrainingId, doneOn },
    );
  },
});

type Proof = { readonly personId: string; readonly sessionId: string | null; readonly resultId: string | null };

async function provedOn({ tx }: Writing, { personId, sessionId, resultId }: Proof): Promise<string | null> {
  if (sessionId !== null) return attended(tx, { sessionId, personId, category: 'antiViolation' });
  if (resultId === null) return null;
  const row = await tx
    .selectFrom('exam_results')
    .select('taken_on')
    .where('id', '=', resultId)
    .where('person_id', '=', personId)
    .where('category', '=', 'antiViolation')
    .where('passed', '=', true)
    .executeTakeFirst();
  return row?.taken_on ?? null;
}
