import { id } from '@changming/domain/kernel';
import { addPaperInput, drawRule, paperFilter, retirePaperInput, revisePaperInput, trainingLevels } from '@changming/domain/training';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, made, maybeDay } from './shared.ts';

const ofPaper = z.strictObject({ paperId: id });
export const examPaper = z
  .object({
    id,
    unitId: id,
    unit: z.string(),
    name: z.string(),
    level: z.enum(trainingLevels).nullable(),
    draw: z.array(drawRule),
    passMark: z.int(),
    minutes: z.int(),
    attempts: z.int(),
    waitHours: z.int(),
    retiredOn: maybeDay,
    version: z.int(),
    may: z.object({ edit: z.boolean() }),
  })
  .meta({ id: 'ExamPaper' });
export type ExamPaper = z.infer<typeof examPaper>;
const saved = z.object({ id, version: z.int() });

export const listPapers = route({
  method: 'get',
  path: '/training/papers',
  tags: ['training'],
  summary: '试卷（含上级单位的）',
  access: 'training.read',
  request: { query: paperFilter },
  responses: { 200: json('试卷', z.object({ items: z.array(examPaper) })), ...guarded },
});

export const addPaper = route({
  method: 'post',
  path: '/training/papers',
  tags: ['training'],
  summary: '新建试卷：抽题规则、及格线、时间、次数',
  access: 'training.setExams',
  request: { body: body(addPaperInput) },
  responses: { 201: json('已新建', made), ...guarded },
});

export const revisePaper = route({
  method: 'put',
  path: '/training/papers/{paperId}',
  tags: ['training'],
  summary: '修改试卷；已安排的考试不变',
  access: 'training.setExams',
  request: { params: ofPaper, body: body(revisePaperInput.omit({ paperId: true })) },
  responses: { 200: json('已修改', saved), ...guarded },
});

export const retirePaper = route({
  method: 'post',
  path: '/training/papers/{paperId}/retirement',
  tags: ['training'],
  summary: '停用试卷',
  access: 'training.setExams',
  request: { params: ofPaper, body: body(retirePaperInput.omit({ paperId: true })) },
  responses: { 200: json('已停用', saved), ...guarded },
});
