import { id } from '@changming/domain/kernel';
import {
  besideFilter,
  checkBehaviourInput,
  handleViolationInput,
  handlings,
  praiseInput,
  recordViolationInput,
  reEducateInput,
  reEducationWays,
  retrainInput,
  topics,
  violationDoubts,
  violationFilter,
  violationKinds,
  violationStandings,
  voidViolationInput,
} from '@changming/domain/training';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, made, maybeDay, maybeInstant, paged, words, workbook } from './shared.ts';

const ofViolation = z.strictObject({ violationId: id });
const told = {
  id,
  unitId: id,
  unit: z.string(),
  personId: id.nullable(),
  name: z.string(),
  staffNo: words,
  /** 离职日期; and whether the person belongs to another unit now than the one where it counts. */
  leftOn: maybeDay,
  moved: z.boolean(),
  outsiderOf: words,
  kind: z.enum(violationKinds),
  what: z.string(),
  clause: words,
  point: words,
  place: words,
  foundAt: z.iso.datetime(),
  foundOn: z.iso.date(),
  finder: words,
  handling: z.enum(handlings).nullable(),
  fineFen: z.int().nullable(),
  handledOn: maybeDay,
  reEducateBy: z.iso.date(),
  reEducatedOn: maybeDay,
  reEducatedHow: z.enum(reEducationWays).nullable(),
  voidedAt: maybeInstant,
  /** What cannot be quite as the phone told it, and when it says it was. */
  doubts: z.array(z.enum(violationDoubts)),
  claimedAt: maybeInstant,
  standing: z.enum(violationStandings),
  version: z.int(),
};
export const violation = z.object(told).meta({ id: 'Violation' });
export type Violation = z.infer<typeof violation>;
const retraining = z
  .object({ id, count: z.int(), owedOn: z.iso.date(), dueOn: z.iso.date(), doneOn: maybeDay })
  .nullable()
  .meta({ id: 'Retraining' });
export const violationDetail = z
  .object({
    ...told,
    handlingNote: words,
    talk: words,
    sessionId: id.nullable(),
    voidReason: words,
    photos: z.array(z.object({ id, sha256: z.string() })),
    retraining,
    may: z.object({ handle: z.boolean(), reEducate: z.boolean() }),
    today: z.iso.date(),
  })
  .meta({ id: 'ViolationDetail' });
export type ViolationDetail = z.infer<typeof violationDetail>;
export const ownViolation = z
  .object({
    id,
    kind: z.enum(violationKinds),
    what: z.string(),
    place: words,
    foundOn: z.iso.date(),
    handling: z.enum(handlings).nullable(),
    handledOn: maybeDay,
    reEducateBy: z.iso.date(),
    reEducatedOn: maybeDay,
    standing: z.enum(violationStandings),
  })
  .meta({ id: 'OwnViolation' });
const saved = z.object({ id, version: z.int() });

export const listViolations = route({
  method: 'get',
  path: '/training/violations',
  tags: ['training'],
  summary: '三违台账',
  access: 'training.readViolations',
  request: { query: violationFilter },
  responses: { 200: json('三违台账', paged(violation)), ...guarded },
});

export const exportViolations = route({
  method: 'post',
  path: '/training/violations/documents',
  tags: ['training'],
  summary: '导出三违台账',
  access: 'training.exportViolations',
  request: { query: violationFilter.omit({ after: true, limit: true, withBelow: true }) },
  responses: { ...workbook, ...guarded },
});

export const listMyViolations = route({
  method: 'get',
  path: '/training/my-violations',
  tags: ['training'],
  summary: '我的三违记录',
  access: 'training.follow',
  responses: { 200: json('我的三违记录', z.object({ items: z.array(ownViolation), retraining })), ...guarded },
});

export const readViolation = route({
  method: 'get',
  path: '/training/violations/{violationId}',
  tags: ['training'],
  summary: '一条三违记录',
  access: 'training.readViolations',
  request: { params: ofViolation },
  responses: { 200: json('三违记录', violationDetail), ...guarded },
});

export const recordViolation = route({
  method: 'post',
  path: '/training/violations',
  tags: ['training'],
  summary: '登记三违',
  access: 'training.recordViolation',
  request: { body: body(recordViolationInput) },
  responses: { 201: json('已登记', z.object({ id, unitId: id, photos: z.object({ missing: z.array(z.string()) }) })), ...guarded },
});

export const handleViolation = route({
  method: 'post',
  path: '/training/violations/{violationId}/handling',
  tags: ['training'],
  summary: '处理：教育、罚款、停岗',
  access: 'training.handleViolation',
  request: { params: ofViolation, body: body(handleViolationInput.omit({ violationId: true })) },
  responses: { 200: json('已处理', saved), ...guarded },
});

export const reEducate = route({
  method: 'post',
  path: '/training/violations/{violationId}/re-education',
  tags: ['training'],
  summary: '再教育：集中学习或个别谈话',
  access: 'training.recordViolation',
  request: { params: ofViolation, body: body(reEducateInput.omit({ violationId: true })) },
  responses: { 200: json('已登记', saved), ...guarded },
});

export const voidViolation = route({
  method: 'post',
  path: '/training/violations/{violationId}/voiding',
  tags: ['training'],
  summary: '作废记错的三违',
  access: 'training.handleViolation',
  request: { params: ofViolation, body: body(voidViolationInput.omit({ violationId: true })) },
  responses: { 200: json('已作废', saved), ...guarded },
});

export const completeRetraining = route({
  method: 'post',
  path: '/training/retrainings/{retrainingId}/completion',
  tags: ['training'],
  summary: '屡犯重训完成：参加的培训或通过的考试',
  access: 'training.recordViolation',
  request: { params: z.strictObject({ retrainingId: id }), body: body(retrainInput.omit({ retrainingId: true })) },
  responses: { 200: json('已完成', z.object({ id, doneOn: z.iso.date() })), ...guarded },
});

const goodAct = z
  .object({
    id,
    unitId: id,
    unit: z.string(),
    who: words,
    what: z.string(),
    place: words,
    on: z.iso.date(),
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'GoodAct' });
const behaviourCheck = z
  .object({
    id,
    unitId: id,
    unit: z.string(),
    on: z.iso.date(),
    observed: z.int(),
    safe: z.int(),
    topics: z.array(z.enum(topics)),
    place: words,
    note: words,
    by: words,
    recordedAt: z.iso.datetime(),
  })
  .meta({ id: 'BehaviourCheck' });

export const listGoodActs = route({
  method: 'get',
  path: '/training/good-acts',
  tags: ['training'],
  summary: '正向报告',
  access: 'training.readViolations',
  request: { query: besideFilter },
  responses: { 200: json('正向报告', paged(goodAct)), ...guarded },
});

export const praise = route({
  method: 'post',
  path: '/training/good-acts',
  tags: ['training'],
  summary: '登记正向报告',
  access: 'training.praise',
  request: { body: body(praiseInput) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const listBehaviourChecks = route({
  method: 'get',
  path: '/training/behaviour-checks',
  tags: ['training'],
  summary: '行为检查',
  access: 'training.readViolations',
  request: { query: besideFilter },
  responses: { 200: json('行为检查', paged(behaviourCheck)), ...guarded },
});

export const checkBehaviour = route({
  method: 'post',
  path: '/training/behaviour-checks',
  tags: ['training'],
  summary: '登记行为检查',
  access: 'training.recordViolation',
  request: { body: body(checkBehaviourInput) },
  responses: { 201: json('已登记', made), ...guarded },
});
