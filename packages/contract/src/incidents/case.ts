import {
  cancelDuplicateInput,
  caseStates,
  closeIncidentInput,
  confirmGateInput,
  confirmIncidentInput,
  correctTimesInput,
  decideGradeInput,
  describeIncidentInput,
  grades,
  reclassifyIncidentInput,
  recordFindingInput,
  reopenIncidentInput,
  responsibilities,
  setResponsibilityInput,
} from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, made, oneIncident } from './shared.ts';

const state = z.object({ state: z.enum(caseStates) });
const tags: string[] = ['incidents'];
const params = oneIncident;

export const confirmIncident = route({
  method: 'post',
  path: '/incidents/{incidentId}/confirmation',
  tags,
  summary: '单位负责人核实：何时接到报告',
  access: 'incidents.confirm',
  request: { params, body: body(confirmIncidentInput.omit({ incidentId: true })) },
  responses: { 200: json('已核实', state), ...guarded },
});

export const describeIncident = route({
  method: 'patch',
  path: '/incidents/{incidentId}',
  tags,
  summary: '补充基本情况',
  access: 'incidents.record',
  request: { params, body: body(describeIncidentInput.omit({ incidentId: true })) },
  responses: { 200: json('已保存', z.object({ version: z.int() })), ...guarded },
});

export const correctTimes = route({
  method: 'post',
  path: '/incidents/{incidentId}/times',
  tags,
  summary: '更正发生、发现、报告负责人的时间；时限按更正后的时间重算',
  access: 'incidents.oversee',
  request: { params, body: body(correctTimesInput.omit({ incidentId: true })) },
  responses: { 200: json('已更正', z.object({ version: z.int(), moved: z.int() })), ...guarded },
});

export const decideGrade = route({
  method: 'post',
  path: '/incidents/{incidentId}/grades',
  tags,
  summary: '定级',
  access: 'incidents.grade',
  request: { params, body: body(decideGradeInput.omit({ incidentId: true })) },
  responses: { 201: json('已定级', z.object({ grade: z.enum(grades) })), ...guarded },
});

export const setResponsibility = route({
  method: 'put',
  path: '/incidents/{incidentId}/responsibility',
  tags,
  summary: '责任认定',
  access: 'incidents.oversee',
  request: { params, body: body(setResponsibilityInput.omit({ incidentId: true })) },
  responses: { 200: json('已认定', z.object({ responsibility: z.enum(responsibilities) })), ...guarded },
});

export const recordFinding = route({
  method: 'post',
  path: '/incidents/{incidentId}/findings',
  tags,
  summary: '认定迟报、漏报、谎报、瞒报',
  access: 'incidents.oversee',
  request: { params, body: body(recordFindingInput.omit({ incidentId: true })) },
  responses: { 201: json('已认定', made), ...guarded },
});

export const confirmGate = route({
  method: 'post',
  path: '/incidents/{incidentId}/gates',
  tags,
  summary: '确认四不放过中的一条',
  access: 'incidents.confirmGate',
  request: { params, body: body(confirmGateInput.omit({ incidentId: true })) },
  responses: { 201: json('已确认', state), ...guarded },
});

export const closeIncident = route({
  method: 'post',
  path: '/incidents/{incidentId}/closing',
  tags,
  summary: '结案：四不放过逐条证明并确认；案例入库，布置培训',
  access: 'incidents.close',
  request: { params, body: body(closeIncidentInput.omit({ incidentId: true })) },
  responses: {
    200: json('已结案', z.object({ state: z.enum(caseStates), libraryItemId: id.nullable(), sessionIds: z.array(id) })),
    ...guarded,
  },
});

export const reopenIncident = route({
  method: 'post',
  path: '/incidents/{incidentId}/reopening',
  tags,
  summary: '重新打开',
  access: 'incidents.oversee',
  request: { params, body: body(reopenIncidentInput.omit({ incidentId: true })) },
  responses: { 200: json('已重新打开', state), ...guarded },
});

export const cancelDuplicate = route({
  method: 'post',
  path: '/incidents/{incidentId}/cancellation',
  tags,
  summary: '撤销重复上报',
  access: 'incidents.oversee',
  request: { params, body: body(cancelDuplicateInput.omit({ incidentId: true })) },
  responses: { 200: json('已撤销', state), ...guarded },
});

export const reclassifyIncident = route({
  method: 'post',
  path: '/incidents/{incidentId}/reclassification',
  tags,
  summary: '认定为非生产安全事故',
  access: 'incidents.oversee',
  request: { params, body: body(reclassifyIncidentInput.omit({ incidentId: true })) },
  responses: { 200: json('已认定', state), ...guarded },
});
