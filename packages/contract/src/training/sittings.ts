import { id } from '@changming/domain/kernel';
import {
  answerLetters,
  attemptEnds,
  beginAttemptInput,
  handInInput,
  questionKinds,
  saveAnswersInput,
  seatStates,
  topics,
  trainingCategories,
  trainingLevels,
} from '@changming/domain/training';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, maybeInstant, words } from './shared.ts';

const ofExam = z.strictObject({ examId: id });
const ofAttempt = z.strictObject({ attemptId: id });
const letters = z.array(z.enum(answerLetters));
const level = z.enum(trainingLevels).nullable();

export const myExam = z
  .object({
    examId: id,
    title: z.string(),
    category: z.enum(trainingCategories),
    level,
    opensAt: z.iso.datetime(),
    closesAt: z.iso.datetime(),
    minutes: z.int(),
    attempts: z.int(),
    passMark: z.int(),
    state: z.enum(seatStates),
    used: z.int(),
    best: z.int().nullable(),
  })
  .meta({ id: 'MyExam' });
export type MyExam = z.infer<typeof myExam>;

export const myExamDetail = z
  .object({
    examId: id,
    title: z.string(),
    category: z.enum(trainingCategories),
    level,
    minutes: z.int(),
    passMark: z.int(),
    opensAt: z.iso.datetime(),
    closesAt: z.iso.datetime(),
    attemptsAllowed: z.int(),
    now: z.iso.datetime(),
    questions: z.int(),
    state: z.enum(seatStates),
    used: z.int(),
    runningId: id.nullable(),
    /** Why it cannot be begun now. */
    objection: z.string().nullable(),
    from: maybeInstant,
    attempts: z.array(
      z.object({
        id,
        no: z.int(),
        startedAt: z.iso.datetime(),
        submittedAt: maybeInstant,
        ended: z.enum(attemptEnds).nullable(),
        passed: z.boolean().nullable(),
        score: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'MyExamDetail' });
export type MyExamDetail = z.infer<typeof myExamDetail>;

const asked = z.object({
  questionId: id,
  kind: z.enum(questionKinds),
  topic: z.enum(topics),
  stem: z.string(),
  options: z.array(z.string()),
  points: z.int(),
});
const review = z.object({
  questionId: id,
  right: letters,
  chosen: letters,
  correct: z.boolean(),
  clause: words,
  explanation: words,
});
/** The right answers stand in `result` alone, and that is there once the attempt is handed in. */
export const attempt = z
  .object({
    id,
    examId: id,
    title: z.string(),
    no: z.int(),
    state: z.enum(['running', 'ended']),
    startedAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    /** The server's clock, by which the phone counts down. */
    now: z.iso.datetime(),
    questions: z.array(asked),
    answers: z.record(z.string(), letters),
    result: z
      .object({
        score: z.int(),
        passMark: z.int(),
        passed: z.boolean(),
        submittedAt: maybeInstant,
        ended: z.enum(attemptEnds).nullable(),
        review: z.array(review),
      })
      .nullable(),
  })
  .meta({ id: 'ExamAttempt' });
export type Attempt = z.infer<typeof attempt>;

export const listMyExams = route({
  method: 'get',
  path: '/training/my-exams',
  tags: ['training'],
  summary: '我的考试',
  access: 'training.follow',
  responses: { 200: json('我的考试', z.object({ now: z.iso.datetime(), items: z.array(myExam) })), ...guarded },
});

export const readMyExam = route({
  method: 'get',
  path: '/training/my-exams/{examId}',
  tags: ['training'],
  summary: '我的一场考试：能不能开始，考过几次',
  access: 'training.follow',
  request: { params: ofExam },
  responses: { 200: json('我的考试', myExamDetail), ...guarded },
});

export const beginAttempt = route({
  method: 'post',
  path: '/training/my-exams/{examId}/attempts',
  tags: ['training'],
  summary: '开始答题；已经开始的接着答',
  access: 'training.take',
  request: { params: ofExam, body: body(beginAttemptInput.omit({ examId: true })) },
  responses: { 201: json('答卷', attempt), ...guarded },
});

export const readAttempt = route({
  method: 'get',
  path: '/training/attempts/{attemptId}',
  tags: ['training'],
  summary: '我的答卷；交卷后才有答案',
  access: 'training.follow',
  request: { params: ofAttempt },
  responses: { 200: json('答卷', attempt), ...guarded },
});

export const saveAnswers = route({
  method: 'patch',
  path: '/training/attempts/{attemptId}',
  tags: ['training'],
  summary: '保存答案（随答随存）',
  access: 'training.take',
  request: { params: ofAttempt, body: body(saveAnswersInput.omit({ attemptId: true })) },
  responses: { 200: json('已保存', z.object({ id, saved: z.int() })), ...guarded },
});

export const handIn = route({
  method: 'post',
  path: '/training/attempts/{attemptId}/submission',
  tags: ['training'],
  summary: '交卷',
  access: 'training.take',
  request: { params: ofAttempt, body: body(handInInput.omit({ attemptId: true })) },
  responses: { 200: json('成绩与答案', attempt), ...guarded },
});
