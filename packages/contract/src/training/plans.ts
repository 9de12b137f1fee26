import { id } from '@changming/domain/kernel';
import {
  courseInput,
  draftPlanInput,
  retireCourseInput,
  setPlanLinesInput,
  startGateInput,
  trainingCategories,
  trainingLevels,
} from '@changming/domain/training';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, made, maybeDay } from './shared.ts';

const reading = { method: 'get' as const, tags: ['training'], access: 'training.read' as const };
const planning = { method: 'post' as const, tags: ['training'], access: 'training.plan' as const };
const what = { category: z.enum(trainingCategories), level: z.enum(trainingLevels).nullable() };

export const trainingCourse = z
  .object({ id, unitId: id, unit: z.string(), name: z.string(), ...what, classHours: z.number(), topics: z.array(z.string()) })
  .meta({ id: 'TrainingCourse' });
export type TrainingCourse = z.infer<typeof trainingCourse>;

export const listCourses = route({
  ...reading,
  path: '/training/courses',
  summary: '课程，含上级单位的课程',
  request: { query: z.strictObject({ unitId: id.optional() }) },
  responses: { 200: json('课程', z.object({ items: z.array(trainingCourse) })), ...guarded },
});

export const keepCourse = route({
  ...planning,
  path: '/training/courses',
  summary: '新增或修改课程',
  request: { body: body(courseInput) },
  responses: { 201: json('已保存', made), ...guarded },
});

export const retireCourse = route({
  ...planning,
  path: '/training/courses/{courseId}/retirement',
  summary: '停用课程',
  request: { params: z.strictObject({ courseId: id }), body: body(retireCourseInput.omit({ courseId: true })) },
  responses: { 200: json('已停用', made), ...guarded },
});

const plan = {
  id,
  unitId: id,
  unit: z.string(),
  year: z.int(),
  state: z.enum(['draft', 'approved']),
  approvedOn: maybeDay,
  version: z.int(),
};
export const trainingPlan = z.object({ ...plan, lines: z.int(), held: z.int() }).meta({ id: 'TrainingPlan' });
export type TrainingPlan = z.infer<typeof trainingPlan>;

const line = z.object({
  id,
  no: z.int(),
  title: z.string(),
  ...what,
  month: z.int(),
  classHours: z.number(),
  audience: z.string(),
  people: z.int(),
  sessions: z.int(),
  held: z.int(),
});
export const trainingPlanDetail = z
  .object({ ...plan, lines: z.array(line), may: z.object({ plan: z.boolean(), approve: z.boolean() }) })
  .meta({ id: 'TrainingPlanDetail' });
export type TrainingPlanDetail = z.infer<typeof trainingPlanDetail>;

export const listPlans = route({
  ...reading,
  path: '/training/plans',
  summary: '年度培训计划',
  request: { query: z.strictObject({ unitId: id.optional(), year: z.coerce.number().int().optional() }) },
  responses: { 200: json('计划', z.object({ items: z.array(trainingPlan) })), ...guarded },
});

export const readPlan = route({
  ...reading,
  path: '/training/plans/{planId}',
  summary: '一份计划',
  request: { params: z.strictObject({ planId: id }) },
  responses: { 200: json('计划', trainingPlanDetail), ...guarded },
});

export const proposePlan = route({
  ...reading,
  path: '/training/plan-proposals',
  summary: '按应训生成计划的内容',
  request: { query: z.strictObject({ unitId: id, year: z.coerce.number().int() }) },
  responses: {
    200: json('建议', z.object({ lines: z.array(z.object({ ...what, classHours: z.number(), people: z.int() })) })),
    ...guarded,
  },
});

export const draftPlan = route({
  ...planning,
  path: '/training/plans',
  summary: '编制计划',
  request: { body: body(draftPlanInput) },
  responses: { 201: json('已建立', made), ...guarded },
});

export const setPlanLines = route({
  ...planning,
  method: 'put',
  path: '/training/plans/{planId}/lines',
  summary: '填写计划内容',
  request: { params: z.strictObject({ planId: id }), body: body(setPlanLinesInput.omit({ planId: true })) },
  responses: { 200: json('已保存', z.object({ id, version: z.int() })), ...guarded },
});

export const approvePlan = route({
  ...planning,
  access: 'training.approvePlan',
  path: '/training/plans/{planId}/approval',
  summary: '批准计划',
  request: { params: z.strictObject({ planId: id }) },
  responses: { 200: json('已批准', made), ...guarded },
});

export const startGate = route({
  ...planning,
  access: 'training.start',
  path: '/training/gate-starts',
  summary: '启用培训准入：从某天起未经培训不得上岗',
  request: { body: body(startGateInput) },
  responses: { 201: json('已启用', made), ...guarded },
});
