import { dayIn, refuse } from '@changming/domain/kernel';
import { gradeSheet, inTime, seatAfter } from '@changming/domain/training';

import type { Changed, Writing } from '../../context.ts';
import { settleRetrainings } from '../violations/settle-retrainings.ts';
import { saveSeat, type StoredAttempt, type StoredExam, type StoredSeat, termsOf } from './exam-store.ts';

type Settling = { readonly attempt: StoredAttempt; readonly exam: StoredExam; readonly seat: StoredSeat };

/**
 * 评卷: grades an attempt with the answers that it holds, writes the result that nothing changes any more, and settles the seat where it is
 * decided. An attempt whose time ran out counts from when it ended, not from when somebody noticed.
 */
export async function settleAttempt(
  work: Writing,
  { attempt, exam, seat }: Settling,
): Promise<{ attempt: StoredAttempt; changed: Changed[] }> {
  const { tx, now } = work;
  const graded = gradeSheet(attempt.sheet, attempt.answers, exam.pass_mark);
  const isInTime = inTime(attempt.ends_at, now);
  const ended = isInTime ? ('handedIn' as const) : ('timeUp' as const);
  const submitted_at = isInTime ? now : attempt.ends_at;
  const set = { submitted_at, ended, points: graded.points, passed: graded.passed };
  const saved = await tx
    .updateTable('exam_attempts')
    .set(set)
    .where('id', '=', attempt.id)
    .where('submitted_at', 'is', null)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.exams_changed_meanwhile');
  const resultId = await keepResult(work, { attempt: { ...attempt, ...set }, exam, score: graded.score });
  await settleSeat(work, { exam, seat, graded });
  const after = { personId: seat.person_id, attempt: attempt.no, score: graded.score, passed: graded.passed, ended };
  if (graded.passed) await work.enqueue('training.reckon', { personIds: [seat.person_id] }, `training.reckon:${attempt.id}`);
  const changed: Changed = { subjectId: exam.id, unitId: seat.unit_id, before: null, after };
  const met = graded.passed ? await settleRetrainings(work, { personId: seat.person_id, exam, resultId, on: dayIn(submitted_at) }) : [];
  return { attempt: { ...attempt, ...set }, changed: [changed, ...met] };
}

type Decided = Omit<Settling, 'attempt'> & { readonly graded: { readonly score: number; readonly passed: boolean } };

/** Whoever was excused while he sat stays excused. */
async function settleSeat({ tx, now }: Writing, { exam, seat, graded }: Decided): Promise<void> {
  const best = Math.max(seat.best ?? 0, graded.score);
  const isOpen = seat.state === 'open';
  const state = isOpen ? seatAfter(termsOf(exam), { used: seat.used, passed: graded.passed, now }) : seat.state;
  await saveSeat(tx, seat, { state, best, ...(isOpen && state !== 'open' ? { settled_at: now } : {}) });
}

type Result = { readonly attempt: StoredAttempt; readonly exam: StoredExam; readonly score: number };

async function keepResult({ tx, now, newId }: Writing, { attempt, exam, score }: Result): Promise<string> {
  const id = newId();
  const taken_at = attempt.submitted_at ?? now;
  await tx
    .insertInto('exam_results')
    .values({
      id,
      attempt_id: attempt.id,
      exam_id: exam.id,
      person_id: attempt.person_id,
      unit_id: attempt.unit_id,
      category: exam.category,
      level: exam.level,
      session_id: exam.session_id,
      course_id: exam.course_id,
      no: attempt.no,
      score,
      pass_mark: exam.pass_mark,
      passed: attempt.passed === true,
      taken_at,
      taken_on: dayIn(taken_at),
      recorded_at: now,
    })
    .execute();
  return id;
}
