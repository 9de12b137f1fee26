import { refuse } from '@changming/domain/kernel';

import type { Changed, Writing } from '../../context.ts';
import type { StoredExam } from '../exams/exam-store.ts';

type Passed = { readonly personId: string; readonly exam: Pick<StoredExam, 'category'>; readonly resultId: string; readonly on: string };

/** 反三违考试 passed: whatever re-training the person owed by then is done. */
export async function settleRetrainings({ tx }: Writing, { personId, exam, resultId, on }: Passed): Promise<Changed[]> {
  if (exam.category !== 'antiViolation') return [];
  const owed = await tx
    .selectFrom('violation_retrainings')
    .selectAll()
    .where('person_id', '=', personId)
    .where('owed_on', '<=', on)
    .where('done_on', 'is', null)
    .where('cancelled_on', 'is', null)
    .execute();
  for (const { id, version } of owed) {
    const saved = await tx
      .updateTable('violation_retrainings')
      .set({ done_on: on, result_id: resultId, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.violation_changed_meanwhile');
  }
  return owed.map(({ id, unit_id }) => ({ subjectId: id, unitId: unit_id, before: null, after: { retrainedOn: on, by: 'exam' } }));
}
