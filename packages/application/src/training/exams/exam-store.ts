import { type ExamAttemptRow, type ExamRow, type ExamSeatRow, type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { ExamTerms } from '@changming/domain/training';
import type { UnitRange } from '@changming/domain/units';
import { type RawBuilder, type Selectable, sql, type Updateable } from 'kysely';

import type { Reading } from '../../context.ts';
import { myId } from '../sight.ts';

export type StoredExam = Selectable<ExamRow>;
export type StoredSeat = Selectable<ExamSeatRow>;
export type StoredAttempt = Selectable<ExamAttemptRow>;

/** The exam, if the unit that set it lies in the scope. */
export async function examInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredExam> {
  const row = await tx
    .selectFrom('exams')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'training.exam_not_found', { id });
}

/** Whether the caller or somebody within the ranges sits the exam `column`, whichever unit set it. */
export function isSatWithin(work: Pick<Reading, 'actor'>, column: 'e.id' | 'exams.id', ranges: readonly UnitRange[]): RawBuilder<boolean> {
  return sql`exists (select from exam_seats sat where sat.exam_id = ${sql.ref(column)}
    and (sat.person_id = ${myId(work)} or ${within(sql.ref<number>('sat.unit_pos'), ranges)}))`;
}

/** The exam, if its unit lies in the scope or somebody there sits it: what headquarters sets is followed where its people are, not changed. */
export async function examInSight(work: Pick<Reading, 'tx' | 'scope' | 'actor'>, id: string): Promise<StoredExam> {
  const row = await work.tx
    .selectFrom('exams')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => eb.or([within(eb.ref('unit_pos'), work.scope), isSatWithin(work, 'exams.id', work.scope)]))
    .executeTakeFirst();
  return row ?? refuse('missing', 'training.exam_not_found', { id });
}

type OwnSeat = { readonly exam: StoredExam; readonly seat: StoredSeat };

/** The caller's own seat in an exam, wherever that was set; `held` keeps it against every other change of it until this one commits. */
export async function ownSeat(work: Pick<Reading, 'tx' | 'actor'>, examId: string, held: boolean): Promise<OwnSeat> {
  const seat = await work.tx
    .selectFrom('exam_seats')
    .selectAll()
    .where('exam_id', '=', examId)
    .where('person_id', '=', myId(work))
    .$if(held, (each) => each.forUpdate())
    .executeTakeFirst();
  if (seat === undefined) return refuse('missing', 'training.seat_not_found');
  const exam = await work.tx.selectFrom('exams').selectAll().where('id', '=', examId).executeTakeFirstOrThrow();
  return { exam, seat };
}

/** The caller's own attempt; anybody else's is missing. */
export async function ownAttempt(work: Pick<Reading, 'tx' | 'actor'>, id: string): Promise<StoredAttempt> {
  const row = await work.tx
    .selectFrom('exam_attempts')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', myId(work))
    .executeTakeFirst();
  return row ?? refuse('missing', 'training.attempt_not_found', { id });
}

export function termsOf(exam: StoredExam): ExamTerms {
  const { opens_at, closes_at, cancelled_at, minutes, attempts, wait_hours } = exam;
  return { opensAt: opens_at, closesAt: closes_at, cancelled: cancelled_at !== null, minutes, attempts, waitHours: wait_hours };
}

/** When the last attempt of a seat ended, for the time one waits before the next. */
export async function lastEndOf(tx: Tx, seatId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('exam_attempts')
    .select('submitted_at')
    .where('seat_id', '=', seatId)
    .where('submitted_at', 'is not', null)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.submitted_at ?? null;
}

export async function saveSeat(tx: Tx, { id, version }: StoredSeat, set: Omit<Updateable<ExamSeatRow>, 'version'>): Promise<void> {
  const saved = await tx
    .updateTable('exam_seats')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.exams_changed_meanwhile');
}

/** `2026-01-20 14:05`, for sentences that say when. */
export function clockWords(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
