import type { ExamQuestionRow, Tx } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import { objectionToQuestion, type QuestionFacts } from '@changming/domain/training';
import type { UnitRange } from '@changming/domain/units';
import type { Selectable, Updateable } from 'kysely';

import { isWithin, ownedInSight } from '../sight.ts';

export type StoredQuestion = Selectable<ExamQuestionRow>;

/** The question, if its owner lies within the scope or above it. */
export async function questionInSight(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredQuestion> {
  const row = await tx
    .selectFrom('exam_questions as q')
    .innerJoin('units as u', 'u.id', 'q.unit_id')
    .selectAll('q')
    .where('q.id', '=', id)
    .where(ownedInSight(scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'training.question_not_found', { id });
}

/** The same of the caller's own branch and as the caller saw it. */
export async function questionToChange(
  tx: Tx,
  scope: readonly UnitRange[],
  { questionId, version }: { readonly questionId: string; readonly version: number },
): Promise<StoredQuestion> {
  const found = await questionInSight(tx, scope, questionId);
  if (!isWithin(scope, found.unit_pos)) refuse('missing', 'training.question_not_found', { id: questionId });
  if (found.version !== version) refuse('conflict', 'training.exams_changed_meanwhile');
  return found;
}

export async function saveQuestion(
  tx: Tx,
  { id, version }: Pick<StoredQuestion, 'id' | 'version'>,
  set: Omit<Updateable<ExamQuestionRow>, 'version'>,
): Promise<void> {
  const saved = await tx
    .updateTable('exam_questions')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.exams_changed_meanwhile');
}

/** The columns of what is asked, the right letters in their order. Refused when it cannot be asked like this. */
export function questionColumns(given: QuestionFacts) {
  const objection = objectionToQuestion(given);
  if (objection !== null) refuse('invalid', objection);
  const { kind, topic, level, difficulty, stem, options, clause, explanation } = given;
  return { kind, topic, level, difficulty, stem, options, answer: given.answer.toSorted(), clause, explanation };
}

/** Lists are ordered by the code and searched by it and the words. */
export function questionSearchKey(code: string, stem: string): string {
  return [code, stem].map(keyOf).join(' ').replaceAll('~', ' ').slice(0, 300);
}

/** The next free code of a unit's own: `Q0001`. */
export async function nextCode(tx: Tx, unitId: string): Promise<string> {
  const last = await tx
    .selectFrom('exam_questions')
    .select('code')
    .where('unit_id', '=', unitId)
    .where('code', '~', '^Q\\d{4,}$')
    .orderBy((eb) => eb.fn('length', ['code']), 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst();
  return `Q${String(Number(last?.code.slice(1) ?? 0) + 1).padStart(4, '0')}`;
}

export function refuseTakenCode(error: unknown, code: string): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  if (constraint === 'exam_questions_unit_id_code_key') refuse('conflict', 'training.question_code_taken', { code });
  throw error;
}

/** A question as the trail tells it. The right answer is not told: more people read the trail than may see the bank, and its history keeps it. */
export function toldQuestion({ code, kind, topic, stem }: Pick<StoredQuestion, 'code' | 'kind' | 'topic' | 'stem'>) {
  return { code, kind, topic, stem };
}

export function isSameKey(before: Pick<StoredQuestion, 'answer' | 'options'>, after: Pick<StoredQuestion, 'answer' | 'options'>): boolean {
  return JSON.stringify([before.answer, before.options]) === JSON.stringify([after.answer, after.options]);
}
