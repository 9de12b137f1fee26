import { id } from '@changming/domain/kernel';
import {
  cancelSessionInput,
  closeSessionInput,
  correctCreditInput,
  createSessionInput,
  dismissInput,
  editSessionInput,
  expectInput,
  markInput,
  quickSessionInput,
  sessionFilter,
  sessionStates,
  signInInput,
  trainingCategories,
  trainingLevels,
} from '@changming/domain/training';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, made, maybeDay, maybeInstant, maybeResult, ofSession, paged, words, workbook } from './shared.ts';

const level = z.enum(trainingLevels).nullable();
const told = {
  id,
  unitId: id,
  unit: z.string(),
  kind: z.enum(['planned', 'quick']),
  category: z.enum(trainingCategories),
  level,
  title: z.string(),
  state: z.enum(sessionStates),
  place: words,
  trainer: words,
  startsAt: maybeInstant,
  endsAt: maybeInstant,
  classHours: z.number(),
  heldOn: maybeDay,
  dueOn: maybeDay,
  aboutId: id.nullable(),
};

export const trainingSession = z.object({ ...told, expected: z.int(), present: z.int() }).meta({ id: 'TrainingSession' });
export type TrainingSession = z.infer<typeof trainingSession>;

const person = z.object({
  personId: id,
  name: z.string(),
  staffNo: words,
  unit: z.string(),
  expected: z.boolean(),
  way: z.enum(['scan', 'list', 'sheet']).nullable(),
  signedInAt: maybeInstant,
  signedOutAt: maybeInstant,
  result: maybeResult,
  score: z.int().nullable(),
  note: words,
  creditId: id.nullable(),
  attended: z.boolean().nullable(),
  classHours: z.number().nullable(),
  corrected: z.boolean(),
});
export type SessionPerson = z.infer<typeof person>;

export const sessionDetail = z
  .object({
    ...told,
    topics: z.array(z.string()),
    method: words,
    assessed: z.boolean(),
    cancelReason: words,
    summary: words,
    photos: z.array(z.string()),
    closedAt: maybeInstant,
    courseId: id.nullable(),
    planLineId: id.nullable(),
    origin: z.enum(['recorded', 'opening']),
    version: z.int(),
    /** 签到码, for whoever holds the session while it is open; it changes, so the page asks anew. */
    code: words,
    codeUntil: maybeInstant,
    may: z.object({ hold: z.boolean(), correct: z.boolean() }),
    people: z.array(person),
  })
  .meta({ id: 'TrainingSessionDetail' });
export type SessionDetail = z.infer<typeof sessionDetail>;

const reading = { method: 'get' as const, tags: ['training'], access: 'training.read' as const };
const holding = { method: 'post' as const, tags: ['training'], access: 'training.hold' as const };

export const listSessions = route({
  ...reading,
  path: '/training/sessions',
  summary: '培训台账',
  request: { query: sessionFilter },
  responses: { 200: json('培训', paged(trainingSession)), ...guarded },
});

export const readSession = route({
  ...reading,
  path: '/training/sessions/{sessionId}',
  summary: '一次培训与名单',
  request: { params: ofSession },
  responses: { 200: json('培训', sessionDetail), ...guarded },
});

export const createSession = route({
  ...holding,
  path: '/training/sessions',
  summary: '安排培训，可以同时批量选人',
  request: { body: body(createSessionInput) },
  responses: { 201: json('已安排', z.object({ id, expected: z.int() })), ...guarded },
});

export const editSession = route({
  ...holding,
  method: 'patch',
  path: '/training/sessions/{sessionId}',
  summary: '修改还没结束的培训',
  request: { params: ofSession, body: body(editSessionInput.omit({ sessionId: true })) },
  responses: { 200: json('已修改', z.object({ id, version: z.int() })), ...guarded },
});

export const expectPeople = route({
  ...holding,
  path: '/training/sessions/{sessionId}/people',
  summary: '批量加入应到人员：按单位、职务、条件或粘贴工号',
  request: { params: ofSession, body: body(expectInput.omit({ sessionId: true })) },
  responses: { 200: json('已加入', z.object({ added: z.int() })), ...guarded },
});

export const dismissPeople = route({
  ...holding,
  path: '/training/sessions/{sessionId}/dismissals',
  summary: '移出还没签到的人',
  request: { params: ofSession, body: body(dismissInput.omit({ sessionId: true })) },
  responses: { 200: json('已移出', z.object({ dismissed: z.int() })), ...guarded },
});

export const markAttendance = route({
  ...holding,
  path: '/training/sessions/{sessionId}/marks',
  summary: '点名、登记考核结果',
  request: { params: ofSession, body: body(markInput.omit({ sessionId: true })) },
  responses: { 200: json('已登记', z.object({ marked: z.int() })), ...guarded },
});

export const closeSession = route({
  ...holding,
  path: '/training/sessions/{sessionId}/closing',
  summary: '结束培训：按在场时间计学时，此后不能修改',
  request: { params: ofSession, body: body(closeSessionInput.omit({ sessionId: true })) },
  responses: { 200: json('已结束', z.object({ id, attended: z.int() })), ...guarded },
});

export const cancelSession = route({
  ...holding,
  path: '/training/sessions/{sessionId}/cancelling',
  summary: '取消培训',
  request: { params: ofSession, body: body(cancelSessionInput.omit({ sessionId: true })) },
  responses: { 200: json('已取消', made), ...guarded },
});

export const recordQuickSession = route({
  ...holding,
  path: '/training/quick-sessions',
  summary: '班前会、理论学习：一次记完',
  request: { body: body(quickSessionInput) },
  responses: { 201: json('已记录', z.object({ id, attended: z.int() })), ...guarded },
});

export const correctCredit = route({
  method: 'post',
  path: '/training/credits/{creditId}/corrections',
  tags: ['training'],
  summary: '更正一个人的学时，原记录保留',
  access: 'training.correct',
  request: { params: z.strictObject({ creditId: id }), body: body(correctCreditInput.omit({ creditId: true })) },
  responses: { 201: json('已更正', made), ...guarded },
});

export const signIn = route({
  method: 'post',
  path: '/training/sign-ins',
  tags: ['training'],
  summary: '扫码签到、签退',
  access: 'self',
  request: { body: body(signInInput) },
  responses: {
    200: json('已签到', z.object({ sessionId: id, title: z.string(), signedInAt: maybeInstant, signedOutAt: maybeInstant })),
    ...guarded,
  },
});

const exporting = { method: 'post' as const, tags: ['training'], access: 'training.export' as const };

export const exportAttendance = route({
  ...exporting,
  path: '/training/sessions/{sessionId}/documents',
  summary: '导出一次培训的签到表，可以打印签字，也能再导入',
  request: { params: ofSession },
  responses: { ...workbook, ...guarded },
});

export const exportSessions = route({
  ...exporting,
  path: '/training/sessions/documents',
  summary: '导出培训签到明细，一人一行',
  request: { query: sessionFilter.omit({ after: true, limit: true }) },
  responses: { ...workbook, ...guarded },
});
