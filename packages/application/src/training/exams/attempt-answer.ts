import type { Answers, SheetQuestion } from '@changming/domain/training';
import { askedOf, gradeSheet } from '@changming/domain/training';

import type { StoredAttempt, StoredExam } from './exam-store.ts';

/** 答卷 while it runs: what is asked and what was answered so far. Nothing of the right answers. */
export function runningAttempt({ id, no, sheet, answers, started_at, ends_at }: StoredAttempt, exam: StoredExam, now: Date) {
  const told = { id, examId: exam.id, title: exam.title, no, startedAt: started_at, endsAt: ends_at, now };
  return { ...told, state: 'running' as const, questions: askedOf(sheet), answers, result: null };
}

/** After it was handed in: every question with what was chosen, what is right and why. */
export function endedAttempt(attempt: StoredAttempt, exam: StoredExam, now: Date) {
  const { id, no, sheet, answers, started_at, ends_at, submitted_at, ended } = attempt;
  const graded = gradeSheet(sheet, answers, exam.pass_mark);
  const told = { id, examId: exam.id, title: exam.title, no, startedAt: started_at, endsAt: ends_at, now };
  const review = reviewed(sheet, answers, new Map(graded.marks.map((mark) => [mark.questionId, mark.correct])));
  const result = { score: graded.score, passMark: exam.pass_mark, passed: graded.passed, submittedAt: submitted_at, ended, review };
  return { ...told, state: 'ended' as const, questions: askedOf(sheet), answers, result };
}

function reviewed(sheet: readonly SheetQuestion[], answers: Answers, correct: ReadonlyMap<string, boolean>) {
  return sheet.map(({ questionId, right, clause, explanation }) => ({
    questionId,
    right: [...right],
    chosen: [...(answers[questionId] ?? [])],
    correct: correct.get(questionId) ?? false,
    clause,
    explanation,
  }));
}

export function attemptAnswer(attempt: StoredAttempt, exam: StoredExam, now: Date) {
  return attempt.submitted_at === null ? runningAttempt(attempt, exam, now) : endedAttempt(attempt, exam, now);
}
