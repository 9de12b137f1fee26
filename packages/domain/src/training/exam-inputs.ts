import { z } from 'zod';

import { day, id, instant, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { trainingCategories, trainingLevels } from './categories.ts';
import { audienceInput } from './held-inputs.ts';
import { answerLetters, questionKinds, topics } from './questions.ts';
import { seatStates } from './sitting.ts';

export const drawRule = z.strictObject({
  topic: z.enum(topics),
  kind: z.enum(questionKinds).nullable().default(null),
  count: z.int().min(1).max(100),
  points: z.int().min(1).max(100),
});

const paper = {
  name: text(60),
  level: z.enum(trainingLevels).nullable().default(null),
  draw: z.array(drawRule).min(1).max(40),
  /** Of a hundred; by the rule in force when left out. */
  passMark: z.int().min(1).max(100).optional(),
  minutes: z.int().min(1).max(300),
  attempts: z.int().min(1).max(10).default(2),
  waitHours: z.int().min(0).max(720).default(0),
} as const;

export const addPaperInput = z.strictObject({ id: id.optional(), unitId: id, ...paper });
export const revisePaperInput = z.strictObject({ paperId: id, version: z.int(), ...paper });
export const retirePaperInput = z.strictObject({ paperId: id, version: z.int(), on: day });
export type PaperFacts = Omit<z.output<typeof revisePaperInput>, 'paperId' | 'version'>;

export const setExamInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  paperId: id,
  title: text(80),
  category: z.enum(trainingCategories),
  level: z.enum(trainingLevels).nullable().default(null),
  sessionId: id.nullable().default(null),
  courseId: id.nullable().default(null),
  opensAt: instant,
  closesAt: instant,
  audience: audienceInput,
});
export const addSittersInput = z.strictObject({ examId: id, audience: audienceInput });
export const excuseSeatInput = z.strictObject({ examId: id, seatId: id, reason: text(200) });
export const cancelExamInput = z.strictObject({ examId: id, version: z.int(), reason: text(200) });

export const beginAttemptInput = z.strictObject({ examId: id, id: id.optional() });
const answers = z.record(id, z.array(z.enum(answerLetters)).max(8));
export const saveAnswersInput = z.strictObject({ attemptId: id, answers });
export const handInInput = z.strictObject({ attemptId: id, answers: answers.default({}) });

export const paperFilter = z.strictObject({ unitId: id.optional(), retired: queryFlag.optional() });
export type PaperFilter = z.output<typeof paperFilter>;

export const examFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  category: queryList(z.enum(trainingCategories)).optional(),
  open: queryFlag.optional(),
  /** Open, and somebody has not finished. */
  waiting: queryFlag.optional(),
  sessionId: id.optional(),
  after: keysetCursor([z.iso.datetime({ offset: true }), id]).optional(),
  limit: pageLimit,
});
export type ExamFilter = z.output<typeof examFilter>;

export const seatFilter = z.strictObject({
  state: queryList(z.enum(seatStates)).optional(),
  after: keysetCursor([text(100), id]).optional(),
  limit: pageLimit,
});
export type SeatFilter = z.output<typeof seatFilter>;
