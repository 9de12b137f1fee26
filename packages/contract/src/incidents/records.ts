import {
  assignLessonInput,
  caseStates,
  decideInvestigationInput,
  executeHandlingInput,
  openMeasureInput,
  recordBriefingInput,
  recordCasualtyInput,
  recordHandlingInput,
  recordLossInput,
  recordReportInput,
  sendBackInvestigationInput,
  startInvestigationInput,
  tieHazardInput,
  withdrawHandlingInput,
  writeInvestigationInput,
} from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, made, oneIncident } from './shared.ts';

const state = z.object({ state: z.enum(caseStates) });
const tags: string[] = ['incidents'];
const params = oneIncident;

export const recordReport = route({
  method: 'post',
  path: '/incidents/{incidentId}/reports',
  tags,
  summary: '登记对外报送',
  access: 'incidents.record',
  request: { params, body: body(recordReportInput.omit({ incidentId: true })) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const recordCasualty = route({
  method: 'post',
  path: '/incidents/{incidentId}/casualties',
  tags,
  summary: '登记伤亡人员，或已登记人员的变化（casualtyId）',
  access: 'incidents.record',
  request: { params, body: body(recordCasualtyInput.omit({ incidentId: true })) },
  responses: { 201: json('已登记', z.object({ casualtyId: id })), ...guarded },
});

export const recordLoss = route({
  method: 'post',
  path: '/incidents/{incidentId}/losses',
  tags,
  summary: '登记直接经济损失（分）',
  access: 'incidents.record',
  request: { params, body: body(recordLossInput.omit({ incidentId: true })) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const tieHazard = route({
  method: 'post',
  path: '/incidents/{incidentId}/hazards',
  tags,
  summary: '关联隐患',
  access: 'incidents.record',
  request: { params, body: body(tieHazardInput.omit({ incidentId: true })) },
  responses: { 201: json('已关联', z.object({ hazardId: id })), ...guarded },
});

export const startInvestigation = route({
  method: 'post',
  path: '/incidents/{incidentId}/investigation',
  tags,
  summary: '启动调查',
  access: 'incidents.record',
  request: { params, body: body(startInvestigationInput.omit({ incidentId: true })) },
  responses: { 201: json('已启动', state), ...guarded },
});

export const writeInvestigation = route({
  method: 'patch',
  path: '/incidents/{incidentId}/investigation',
  tags,
  summary: '填写调查：原因、性质、报告各章',
  access: 'incidents.record',
  request: { params, body: body(writeInvestigationInput.omit({ incidentId: true })) },
  responses: { 200: json('已保存', z.object({ version: z.int() })), ...guarded },
});

export const submitInvestigation = route({
  method: 'post',
  path: '/incidents/{incidentId}/investigation/submission',
  tags,
  summary: '提交调查报告',
  access: 'incidents.record',
  request: { params },
  responses: { 200: json('已提交', state), ...guarded },
});

export const approveInvestigation = route({
  method: 'post',
  path: '/incidents/{incidentId}/investigation/approval',
  tags,
  summary: '批复调查报告',
  access: 'incidents.approve',
  request: { params, body: body(decideInvestigationInput.omit({ incidentId: true })) },
  responses: { 200: json('已批复', state), ...guarded },
});

export const sendBackInvestigation = route({
  method: 'post',
  path: '/incidents/{incidentId}/investigation/return',
  tags,
  summary: '退回调查报告',
  access: 'incidents.approve',
  request: { params, body: body(sendBackInvestigationInput.omit({ incidentId: true })) },
  responses: { 200: json('已退回', state), ...guarded },
});

export const recordHandling = route({
  method: 'post',
  path: '/incidents/{incidentId}/handlings',
  tags,
  summary: '登记责任人处理',
  access: 'incidents.record',
  request: { params, body: body(recordHandlingInput.omit({ incidentId: true })) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const executeHandling = route({
  method: 'post',
  path: '/incidents/{incidentId}/handlings/{handlingId}/execution',
  tags,
  summary: '处理已执行',
  access: 'incidents.record',
  request: {
    params: z.strictObject({ incidentId: id, handlingId: id }),
    body: body(executeHandlingInput.omit({ incidentId: true, handlingId: true })),
  },
  responses: { 200: json('已登记', made), ...guarded },
});

export const withdrawHandling = route({
  method: 'post',
  path: '/incidents/{incidentId}/handlings/{handlingId}/withdrawal',
  tags,
  summary: '撤回登记有误的处理决定',
  access: 'incidents.approve',
  request: {
    params: z.strictObject({ incidentId: id, handlingId: id }),
    body: body(withdrawHandlingInput.omit({ incidentId: true, handlingId: true })),
  },
  responses: { 200: json('已撤回', made), ...guarded },
});

export const openMeasure = route({
  method: 'post',
  path: '/incidents/{incidentId}/measures',
  tags,
  summary: '下达整改措施',
  access: 'incidents.record',
  request: { params, body: body(openMeasureInput.omit({ incidentId: true })) },
  responses: { 201: json('已下达', made), ...guarded },
});

export const recordBriefing = route({
  method: 'post',
  path: '/incidents/{incidentId}/briefings',
  tags,
  summary: '登记事故教育（班前会、现场）',
  access: 'incidents.record',
  request: { params, body: body(recordBriefingInput.omit({ incidentId: true })) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const assignLesson = route({
  method: 'post',
  path: '/incidents/{incidentId}/trainings',
  tags,
  summary: '布置事故教育培训',
  access: 'incidents.record',
  request: { params, body: body(assignLessonInput.omit({ incidentId: true })) },
  responses: { 201: json('已布置', made), ...guarded },
});
