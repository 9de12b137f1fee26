import { id } from '@changming/domain/kernel';
import { plateCodeInput, pointKinds, sheetKinds } from '@changming/domain/points';
import {
  archiveRiskInput,
  askRegradingInput,
  createRiskInput,
  directMajors,
  editRiskInput,
  gradingMethods,
  measureKinds,
  regradingCauses,
  riskCountFilter,
  riskDocumentInput,
  riskFilter,
  riskKinds,
  riskLevels,
  riskRefusals,
  riskStages,
  riskStepInput,
  riskSteps,
  scaleBody,
  setScaleInput,
} from '@changming/domain/risks';
import { z } from 'zod';

import { body, json, refused, route } from './route.ts';

const level = z.enum(riskLevels);
const measure = z.object({ id, kind: z.enum(measureKinds), text: z.string() });
const shown = {
  id,
  number: z.string(),
  name: z.string(),
  kind: z.enum(riskKinds),
  source: z.string(),
  consequences: z.string().nullable(),
  stage: z.enum(riskStages),
  version: z.int(),
  unitId: id,
  unit: z.string(),
  pointId: id.nullable(),
  point: z.string().nullable(),
  ownerId: id.nullable(),
  owner: z.string().nullable(),
  reviewDueOn: z.iso.date().nullable(),
  method: z.enum(gradingMethods),
  /** D or R of the last grading, exact. */
  score: z.string(),
  /** Of the last grading. */
  graded: level,
  /** Of the grading published last. */
  inForce: level.nullable(),
  /** The level in force; before the first publication the proposed one. */
  level,
};
export const risk = z.object(shown).meta({ id: 'Risk' });
export type Risk = z.infer<typeof risk>;

const grading = z.object({
  round: z.int(),
  method: z.enum(gradingMethods),
  likelihood: z.string(),
  exposure: z.string().nullable(),
  consequence: z.string(),
  score: z.string(),
  /** Class of the table, 0 is the worst. */
  band: z.int(),
  level,
  scaleId: id,
  directMajor: z.enum(directMajors).nullable(),
  note: z.string().nullable(),
  assessedOn: z.iso.date(),
  assessor: z.string().nullable(),
  reviewedOn: z.iso.date().nullable(),
  reviewer: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
  publisher: z.string().nullable(),
});
const regrading = z.object({
  id,
  cause: z.enum(regradingCauses),
  subjectId: id.nullable(),
  note: z.string().nullable(),
  askedOn: z.iso.date(),
  answeredOn: z.iso.date().nullable(),
  measure: z.string().nullable(),
  asker: z.string().nullable(),
});
const event = z.object({
  id,
  step: z.string(),
  round: z.int(),
  at: z.iso.datetime(),
  note: z.string().nullable(),
  by: z.string().nullable(),
});
export const riskDetail = z
  .object({
    ...shown,
    controlPlan: z.string().nullable(),
    publishedOn: z.iso.date().nullable(),
    createdOn: z.iso.date(),
    origin: z.enum(['recorded', 'opening']),
    measures: z.array(measure),
    gradings: z.array(grading),
    regradings: z.array(regrading),
    events: z.array(event),
    /** Steps that the caller's role carries here, each with why it may not be taken now. */
    steps: z.array(z.object({ step: z.enum(riskSteps as [string, ...string[]]), objection: z.enum(riskRefusals).nullable() })),
  })
  .meta({ id: 'RiskDetail' });
export type RiskDetail = z.infer<typeof riskDetail>;

const scale = z.object({ id, method: z.enum(gradingMethods), from: z.iso.date(), body: scaleBody }).meta({ id: 'RiskScale' });
export type RiskScale = z.infer<typeof scale>;

const colours = {
  inherent: level.nullable(),
  live: level.nullable(),
  /** The worse of the two: the colour on the map. */
  shown: level.nullable(),
  open: z.object({ hazard: z.int(), failedCheck: z.int(), missedCheck: z.int() }),
  overdue: z.int(),
};
const mapped = z.object({ pointId: id, name: z.string(), unit: z.string(), code: z.string(), x: z.int(), y: z.int(), ...colours });
const print = z.object({ number: z.int(), code: z.string(), issuedOn: z.iso.date() });
export const riskMap = z
  .object({
    plan: z.object({
      id,
      name: z.string(),
      unitId: id,
      unit: z.string(),
      number: z.int().nullable(),
      evidenceId: id.nullable(),
    }),
    points: z.array(mapped),
    printed: print.nullable(),
  })
  .meta({ id: 'RiskMap' });
export type RiskMap = z.infer<typeof riskMap>;

const cardRisk = z.object({
  id,
  number: z.string(),
  name: z.string(),
  source: z.string(),
  consequences: z.string().nullable(),
  level,
  owner: z.string().nullable(),
  measures: z.array(measure),
});
const hung = z.object({ id, kind: z.enum(sheetKinds), name: z.string(), number: z.int(), evidenceId: id, issuedOn: z.iso.date() });
export const riskCard = z
  .object({
    point: z.object({
      id,
      name: z.string(),
      code: z.string(),
      kind: z.enum(pointKinds),
      unitId: id,
      unit: z.string(),
      keyPosition: z.boolean(),
    }),
    keeper: z.string().nullable(),
    ...colours,
    risks: z.array(cardRisk),
    sheets: z.array(hung),
  })
  .meta({ id: 'RiskCard' });
export type RiskCard = z.infer<typeof riskCard>;

const counts = z.object({
  levels: z.object({ major: z.int(), larger: z.int(), general: z.int(), low: z.int() }),
  dueForReview: z.int(),
  draft: z.int(),
  reviewed: z.int(),
});

const oneRisk = z.strictObject({ riskId: id });
const onePlan = z.strictObject({ planId: id });
const stepped = z.object({ id, stage: z.enum(riskStages), level, version: z.int() });
const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;

export const listRisks = route({
  method: 'get',
  path: '/risks',
  tags: ['risks'],
  summary: '风险清单，最重的在前',
  access: 'risks.read',
  request: { query: riskFilter },
  responses: { 200: json('风险', z.object({ items: z.array(risk), next: z.string().nullable() })), ...guarded },
});

export const countRisks = route({
  method: 'get',
  path: '/risks/counts',
  tags: ['risks'],
  summary: '四色各有多少、多少待复评',
  access: 'risks.read',
  request: { query: riskCountFilter },
  responses: { 200: json('数目', counts), ...guarded },
});

export const listScales = route({
  method: 'get',
  path: '/risks/scales',
  tags: ['risks'],
  summary: '评价标准的各版',
  access: 'risks.readCard',
  responses: { 200: json('评价标准', z.object({ items: z.array(scale) })), ...guarded },
});

export const setScale = route({
  method: 'post',
  path: '/risks/scales',
  tags: ['risks'],
  summary: '设定集团的评价标准',
  access: 'risks.setScale',
  request: { body: body(setScaleInput) },
  responses: { 201: json('已设定', z.object({ id })), ...guarded },
});

export const readRiskMap = route({
  method: 'get',
  path: '/risks/maps/{planId}',
  tags: ['risks'],
  summary: '四色图：平面图上的点位及其颜色',
  access: 'risks.read',
  request: { params: onePlan },
  responses: { 200: json('四色图', riskMap), ...guarded },
});

export const issueRiskMap = route({
  method: 'post',
  path: '/risks/maps/{planId}/prints',
  tags: ['risks'],
  summary: '为打印的四色图编号；点位和固有等级没有变化时还是同一张',
  access: 'risks.edit',
  request: { params: onePlan },
  responses: { 201: json('编号', print), ...guarded },
});

export const readRiskCard = route({
  method: 'get',
  path: '/risks/cards/{code}',
  tags: ['risks'],
  summary: '风险告知卡（扫码）',
  access: 'risks.readCard',
  request: { params: z.strictObject({ code: plateCodeInput }) },
  responses: { 200: json('告知卡', riskCard), ...guarded },
});

export const exportRegister = route({
  method: 'post',
  path: '/risks/documents',
  tags: ['risks'],
  summary: '导出风险清单（Excel，可再导入）',
  access: 'risks.export',
  request: { body: body(riskDocumentInput) },
  responses: {
    200: {
      description: '文件',
      content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } },
    },
    ...guarded,
    503: refused,
  },
});

export const createRisk = route({
  method: 'post',
  path: '/risks',
  tags: ['risks'],
  summary: '辨识并评价风险',
  access: 'risks.edit',
  request: { body: body(createRiskInput) },
  responses: { 201: json('草稿', z.object({ id, number: z.string(), level })), ...guarded },
});

export const readRisk = route({
  method: 'get',
  path: '/risks/{riskId}',
  tags: ['risks'],
  summary: '风险的措施、历次评价与经过',
  access: 'risks.read',
  request: { params: oneRisk },
  responses: { 200: json('风险', riskDetail), ...guarded },
});

export const editRisk = route({
  method: 'patch',
  path: '/risks/{riskId}',
  tags: ['risks'],
  summary: '修改草稿',
  access: 'risks.edit',
  request: { params: oneRisk, body: body(editRiskInput.omit({ riskId: true })) },
  responses: { 200: json('已修改', stepped), ...guarded },
});

export const regradeRisk = route({
  method: 'post',
  path: '/risks/{riskId}/regrading',
  tags: ['risks'],
  summary: '复评',
  access: 'risks.edit',
  request: { params: oneRisk, body: body(editRiskInput.omit({ riskId: true })) },
  responses: { 200: json('新一轮草稿', stepped), ...guarded },
});

export const askRegrading = route({
  method: 'post',
  path: '/risks/{riskId}/regrading-request',
  tags: ['risks'],
  summary: '提请复评（变更）',
  access: 'risks.edit',
  request: { params: oneRisk, body: body(askRegradingInput.omit({ riskId: true })) },
  responses: { 200: json('待复评', z.object({ id, stage: z.enum(riskStages) })), ...guarded },
});

const said = riskStepInput.omit({ riskId: true });

export const reviewRisk = route({
  method: 'post',
  path: '/risks/{riskId}/review',
  tags: ['risks'],
  summary: '审核',
  access: 'risks.approve',
  request: { params: oneRisk, body: body(said) },
  responses: { 200: json('已审核', stepped), ...guarded },
});

export const sendBackRisk = route({
  method: 'post',
  path: '/risks/{riskId}/send-back',
  tags: ['risks'],
  summary: '退回',
  access: 'risks.approve',
  request: { params: oneRisk, body: body(said) },
  responses: { 200: json('已退回', stepped), ...guarded },
});

export const publishRisk = route({
  method: 'post',
  path: '/risks/{riskId}/publication',
  tags: ['risks'],
  summary: '发布',
  access: 'risks.approve',
  request: { params: oneRisk, body: body(said) },
  responses: { 200: json('已发布', stepped), ...guarded },
});

export const archiveRisk = route({
  method: 'post',
  path: '/risks/{riskId}/archiving',
  tags: ['risks'],
  summary: '归档',
  access: 'risks.approve',
  request: { params: oneRisk, body: body(archiveRiskInput.omit({ riskId: true })) },
  responses: { 200: json('已归档', stepped), ...guarded },
});
