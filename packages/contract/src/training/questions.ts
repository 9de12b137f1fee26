import { id } from '@changming/domain/kernel';
import {
  addQuestionInput,
  answerLetters,
  questionFilter,
  questionKinds,
  retireQuestionInput,
  reviseQuestionInput,
  topics,
  trainingLevels,
} from '@changming/domain/training';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, maybeDay, paged, words, workbook } from './shared.ts';

const ofQuestion = z.strictObject({ questionId: id });
export const question = z
  .object({
    id,
    unitId: id,
    unit: z.string(),
    code: z.string(),
    kind: z.enum(questionKinds),
    topic: z.enum(topics),
    level: z.enum(trainingLevels).nullable(),
    difficulty: z.int(),
    stem: z.string(),
    options: z.array(z.string()),
    answer: z.array(z.enum(answerLetters)),
    clause: words,
    explanation: words,
    retiredOn: maybeDay,
    version: z.int(),
    may: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof question>;
const saved = z.object({ id, version: z.int() });

export const listQuestions = route({
  method: 'get',
  path: '/training/questions',
  tags: ['training'],
  summary: '题库（含上级单位的题目）',
  access: 'training.readQuestions',
  request: { query: questionFilter },
  responses: { 200: json('题目', paged(question)), ...guarded },
});

export const addQuestion = route({
  method: 'post',
  path: '/training/questions',
  tags: ['training'],
  summary: '新增题目',
  access: 'training.editQuestions',
  request: { body: body(addQuestionInput) },
  responses: { 201: json('已新增', z.object({ id, code: z.string() })), ...guarded },
});

export const reviseQuestion = route({
  method: 'put',
  path: '/training/questions/{questionId}',
  tags: ['training'],
  summary: '修改题目',
  access: 'training.editQuestions',
  request: { params: ofQuestion, body: body(reviseQuestionInput.omit({ questionId: true })) },
  responses: { 200: json('已修改', saved), ...guarded },
});

export const retireQuestion = route({
  method: 'post',
  path: '/training/questions/{questionId}/retirement',
  tags: ['training'],
  summary: '停用题目',
  access: 'training.editQuestions',
  request: { params: ofQuestion, body: body(retireQuestionInput.omit({ questionId: true })) },
  responses: { 200: json('已停用', saved), ...guarded },
});

export const exportQuestions = route({
  method: 'post',
  path: '/training/questions/documents',
  tags: ['training'],
  summary: '导出题库（列与导入相同）',
  access: 'training.readQuestions',
  request: { query: questionFilter.omit({ after: true, limit: true, own: true, retired: true }) },
  responses: { ...workbook, ...guarded },
});

export const readQuestionTemplate = route({
  method: 'get',
  path: '/training/questions/template',
  tags: ['training'],
  summary: '题库模板，带下拉列表',
  access: 'training.readQuestions',
  responses: { ...workbook, ...guarded },
});

const problems = ['kind', 'topic', 'level', 'difficulty', 'stem', 'options', 'answer'] as const;
export const enteredQuestions = z
  .object({
    dryRun: z.boolean(),
    /** What stops it, by cell; nothing is written as long as there is one. */
    problems: z.array(z.object({ cell: z.string(), problem: z.enum(problems), text: z.string() })),
    verdicts: z.array(z.object({ row: z.int(), code: z.string(), verdict: z.enum(['added', 'changed', 'same', 'elsewhere']) })),
  })
  .meta({ id: 'EnteredQuestions' });
export type EnteredQuestions = z.infer<typeof enteredQuestions>;

export const enterQuestions = route({
  method: 'post',
  path: '/training/questions/workbooks',
  tags: ['training'],
  summary: '导入题库：把填好的表格作为正文发来；dryRun=true 只检查',
  access: 'training.editQuestions',
  request: {
    query: z.strictObject({ unitId: id, dryRun: z.enum(['true', 'false']).default('false') }),
  },
  responses: { 200: json('逐行结果', enteredQuestions), ...guarded },
});
