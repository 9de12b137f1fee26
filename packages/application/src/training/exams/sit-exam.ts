import { randomBytes } from 'node:crypto';

import { refuse } from '@changming/domain/kernel';
import {
  type Answers,
  beginAttemptInput,
  canChoose,
  drawSheet,
  endOfAttempt,
  fullPointsOf,
  handInInput,
  inTime,
  objectionToSitting,
  resitFrom,
  saveAnswersInput,
  shortagesOf,
} from '@changming/domain/training';
import { sql } from 'kysely';

import { command, type Writing } from '../../context.ts';
import { attemptAnswer } from './attempt-answer.ts';
import {
  clockWords,
  lastEndOf,
  ownAttempt,
  ownSeat,
  saveSeat,
  type StoredAttempt,
  type StoredExam,
  type StoredSeat,
  termsOf,
} from './exam-store.ts';
import { bankOf } from './paper-store.ts';
import { settleAttempt } from './settle-attempt.ts';

/** 开始答题: draws the paper of a fresh attempt, or answers the one that runs, so that a reload goes on where it was. */
export const beginAttempt = command({
  permission: 'training.take',
  name: 'training.beginAttempt',
  input: beginAttemptInput,
  async run(work, { examId, id = work.newId() }) {
    const { tx, now, trail } = work;
    const { exam, seat } = await ownSeat(work, examId, true);
    const running = await tx
      .selectFrom('exam_attempts')
      .selectAll()
      .where('seat_id', '=', seat.id)
      .where('submitted_at', 'is', null)
      .executeTakeFirst();
    if (running !== undefined && inTime(running.ends_at, now)) return trail([], attemptAnswer(running, exam, now));
    if (running !== undefined) {
      const { attempt, changed } = await settleAttempt(work, { attempt: running, exam, seat });
      return trail(changed, attemptAnswer(attempt, exam, now));
    }
    await refuseToSit(work, exam, seat);
    const attempt = await freshAttempt(work, { id, exam, seat });
    const change = { subjectId: examId, unitId: seat.unit_id, before: null, after: { attempt: attempt.no } };
    return trail(change, attemptAnswer(attempt, exam, now));
  },
});

async function refuseToSit({ tx, now }: Writing, exam: StoredExam, { id, state, used }: StoredSeat): Promise<void> {
  const [terms, standing] = [termsOf(exam), { state, used, lastEndedAt: await lastEndOf(tx, id) }];
  const objection = objectionToSitting(terms, standing, now);
  if (objection === null) return;
  const from = resitFrom(terms, standing);
  refuse('conflict', objection, { opens: clockWords(exam.opens_at), from: from === null ? '' : clockWords(from) });
}

type Fresh = { readonly id: string; readonly exam: StoredExam; readonly seat: StoredSeat };

/** Drawn by 128 random bits that are kept, so that anybody who asks can draw it again. */
async function freshAttempt(work: Writing, { id, exam, seat }: Fresh): Promise<StoredAttempt> {
  const { tx, now } = work;
  const paper = await tx.selectFrom('exam_papers').select('unit_id').where('id', '=', exam.paper_id).executeTakeFirst();
  const bank = paper === undefined ? [] : await bankOf(tx, paper.unit_id);
  const level = exam.draw_level;
  const [short] = shortagesOf(exam.draw, bank, level);
  if (short !== undefined) refuse('conflict', 'training.draw_short', { topic: short.topic, wanted: short.wanted, held: short.held });
  const seed = randomBytes(16).toString('hex');
  const sheet = drawSheet({ rules: exam.draw, bank, level, seed });
  await saveSeat(tx, seat, { used: seat.used + 1 });
  const made = await tx
    .insertInto('exam_attempts')
    .values({
      id,
      seat_id: seat.id,
      exam_id: exam.id,
      person_id: seat.person_id,
      unit_id: seat.unit_id,
      no: seat.used + 1,
      seed,
      sheet: JSON.stringify(sheet),
      started_at: now,
      ends_at: endOfAttempt(termsOf(exam), now),
      full_points: fullPointsOf(exam.draw),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return made ?? refuse('conflict', 'training.exams_changed_meanwhile');
}

/** 随答随存. Answers that come after the time do not count: the attempt is settled with what came in time. */
export const saveAnswers = command({
  permission: 'training.take',
  name: 'training.saveAnswers',
  input: saveAnswersInput,
  async run(work, { attemptId, answers }) {
    const attempt = await ownAttempt(work, attemptId);
    if (attempt.submitted_at !== null || !inTime(attempt.ends_at, work.now)) refuse('conflict', 'training.attempt_over');
    await keepAnswers(work, attempt, answers);
    return work.trail([], { id: attemptId, saved: Object.keys(answers).length });
  },
});

/** 交卷. Handing in twice answers what the first time gave. */
export const handIn = command({
  permission: 'training.take',
  name: 'training.handIn',
  input: handInInput,
  async run(work, { attemptId, answers }) {
    const { now, trail } = work;
    const { exam_id } = await ownAttempt(work, attemptId);
    const { exam, seat } = await ownSeat(work, exam_id, true);
    const attempt = await ownAttempt(work, attemptId);
    if (attempt.submitted_at !== null) return trail([], attemptAnswer(attempt, exam, now));
    const kept = inTime(attempt.ends_at, now) ? await keepAnswers(work, attempt, answers) : attempt.answers;
    const settled = await settleAttempt(work, { attempt: { ...attempt, answers: kept }, exam, seat });
    return trail(settled.changed, attemptAnswer(settled.attempt, exam, now));
  },
});

/** What is answered anew stands in place of what was; what is not named stays, whatever else is saved at the same moment. */
async function keepAnswers({ tx }: Writing, attempt: StoredAttempt, fresh: Answers): Promise<Answers> {
  const questions = new Map(attempt.sheet.map((question) => [question.questionId, question]));
  for (const [questionId, chosen] of Object.entries(fresh)) {
    const question = questions.get(questionId);
    if (question === undefined || !canChoose(question, chosen)) refuse('invalid', 'training.answer_not_asked');
  }
  const saved = await tx
    .updateTable('exam_attempts')
    .set({ answers: sql`answers || ${JSON.stringify(fresh)}::jsonb` })
    .where('id', '=', attempt.id)
    .where('submitted_at', 'is', null)
    .returning('answers')
    .executeTakeFirst();
  return saved === undefined ? refuse('conflict', 'training.attempt_over') : saved.answers;
}
