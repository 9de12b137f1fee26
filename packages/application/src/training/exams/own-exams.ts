import { objectionToSitting, resitFrom } from '@changming/domain/training';

import { query } from '../../context.ts';
import { myId } from '../sight.ts';
import { attemptAnswer } from './attempt-answer.ts';
import { lastEndOf, ownAttempt, ownSeat, termsOf } from './exam-store.ts';

/** As many as a phone shows: open ones first, then the latest. */
const most = 100;

/** 我的考试, set by whichever unit. What is open comes first, by when it closes. */
export const listMyExams = query({
  permission: 'training.follow',
  async run(work, _asked: Readonly<Record<string, never>>) {
    const items = await work.tx
      .selectFrom('exam_seats as s')
      .innerJoin('exams as e', 'e.id', 's.exam_id')
      .select(['e.id as examId', 'e.title', 'e.category', 'e.level', 'e.opens_at as opensAt', 'e.closes_at as closesAt', 'e.minutes'])
      .select(['e.attempts', 'e.pass_mark as passMark', 'e.cancelled_at as cancelledAt', 's.state', 's.used', 's.best'])
      .where('s.person_id', '=', myId(work))
      .where('e.cancelled_at', 'is', null)
      .orderBy((eb) => eb('s.state', '=', 'open'), 'desc')
      .orderBy('e.closes_at', 'desc')
      .orderBy('e.id')
      .limit(most)
      .execute();
    return { now: work.now, items };
  },
});

/** One of my exams: whether I may begin now and if not why, and the attempts so far. */
export const readMyExam = query({
  permission: 'training.follow',
  async run(work, { examId }: { examId: string }) {
    const { exam, seat } = await ownSeat(work, examId, false);
    const attempts = await work.tx
      .selectFrom('exam_attempts as a')
      .leftJoin('exam_results as r', 'r.attempt_id', 'a.id')
      .select(['a.id', 'a.no', 'a.started_at as startedAt', 'a.submitted_at as submittedAt', 'a.ended', 'a.passed', 'r.score'])
      .where('a.seat_id', '=', seat.id)
      .orderBy('a.no')
      .execute();
    const running = attempts.find(({ submittedAt }) => submittedAt === null) ?? null;
    const [terms, standing] = [termsOf(exam), { state: seat.state, used: seat.used, lastEndedAt: await lastEndOf(work.tx, seat.id) }];
    const { title, category, level, minutes, pass_mark: passMark, opens_at: opensAt, closes_at: closesAt } = exam;
    const told = { examId, title, category, level, minutes, passMark, opensAt, closesAt, attemptsAllowed: exam.attempts };
    const count = exam.draw.reduce((sum, rule) => sum + rule.count, 0);
    const objection = running === null ? objectionToSitting(terms, standing, work.now) : null;
    const from = seat.state === 'open' ? resitFrom(terms, standing) : null;
    return {
      ...told,
      now: work.now,
      questions: count,
      state: seat.state,
      used: seat.used,
      runningId: running?.id ?? null,
      objection,
      from,
      attempts,
    };
  },
});

/** My own attempt: what is asked while it runs; what was right once it is handed in. */
export const readAttempt = query({
  permission: 'training.follow',
  async run(work, { attemptId }: { attemptId: string }) {
    const attempt = await ownAttempt(work, attemptId);
    const { exam } = await ownSeat(work, attempt.exam_id, false);
    return attemptAnswer(attempt, exam, work.now);
  },
});
