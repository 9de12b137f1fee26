import { id } from '@changming/domain/kernel';
import { plateCodeInput } from '@changming/domain/points';
import {
  archiveRiskInput,
  askRegradingInput,
  createRiskInput,
  editRiskInput,
  measureFilter,
  riskCountFilter,
  riskDocumentInput,
  riskFilter,
  riskStages,
  riskStepInput,
  setScaleInput,
} from '@changming/domain/risks';
import { z } from 'zod';

import { counts, level, measureChoice, print, risk, riskCard, riskDetail, riskMap, scale } from './risks/shapes.ts';
import { body, json, refused, route } from './route.ts';

export type { MeasureChoice, Risk, RiskCard, RiskDetail, RiskMap, RiskScale } from './risks/shapes.ts';

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

export const listMeasures = route({
  method: 'get',
  path: '/risks/measures',
  tags: ['risks'],
  summary: '可选的管控措施（检查条目关联用），最多 100 条',
  access: 'risks.read',
  request: { query: measureFilter },
  responses: { 200: json('管控措施', z.object({ items: z.array(measureChoice) })), ...guarded },
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

export const printRiskMap = route({
  method: 'get',
  path: '/risks/maps/{planId}/print.pdf',
  tags: ['risks'],
  summary: '打印四色图（PDF，A3 横向）：点位此刻的颜色和记号、图例、单位、日期、制图人',
  access: 'risks.read',
  request: { params: onePlan, query: z.strictObject({ by: z.enum(['shown', 'inherent']).default('shown') }) },
  responses: {
    200: { description: '文件', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
    ...guarded,
    503: refused,
  },
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
