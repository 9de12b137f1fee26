import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { trainingLevels } from './categories.ts';
import { answerLetters, questionKinds, topics } from './questions.ts';

const asked = {
  kind: z.enum(questionKinds),
  topic: z.enum(topics),
  level: z.enum(trainingLevels).nullable().default(null),
  difficulty: z.int().min(1).max(3).default(1),
  stem: text(500),
  options: z.array(text(200)).max(8).default([]),
  answer: z.array(z.enum(answerLetters)).min(1).max(8),
  clause: text(200).nullable().default(null),
  explanation: text(1000).nullable().default(null),
} as const;

const code = text(20);

export const addQuestionInput = z.strictObject({ id: id.optional(), unitId: id, code: code.optional(), ...asked });
export const reviseQuestionInput = z.strictObject({ questionId: id, version: z.int(), ...asked });
export const retireQuestionInput = z.strictObject({ questionId: id, version: z.int(), on: day });
export type QuestionFacts = Omit<z.output<typeof reviseQuestionInput>, 'questionId' | 'version'>;

/** As many rows as one workbook brings. */
export const mostQuestions = 2000;

/** A row of the workbook as it was read; the code tells which question it is. */
export const questionRowInput = z.strictObject({ row: z.int(), code: code.nullable(), ...asked });
export type QuestionRow = z.output<typeof questionRowInput>;
export const enterQuestionsInput = z.strictObject({
  unitId: id,
  dryRun: z.boolean(),
  rows: z.array(questionRowInput).min(1).max(mostQuestions),
});

export const questionFilter = z.strictObject({
  unitId: id.optional(),
  kind: queryList(z.enum(questionKinds)).optional(),
  topic: queryList(z.enum(topics)).optional(),
  level: queryList(z.enum(trainingLevels)).optional(),
  difficulty: queryList(z.coerce.number().int().min(1).max(3)).optional(),
  /** The unit's own alone, without those of the units above. */
  own: queryFlag.optional(),
  retired: queryFlag.optional(),
  q: text(40).optional(),
  after: keysetCursor([text(300), id]).optional(),
  limit: pageLimit,
});
export type QuestionFilter = z.output<typeof questionFilter>;
