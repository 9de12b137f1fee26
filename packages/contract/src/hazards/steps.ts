import {
  acceptInput,
  askExtensionInput,
  askVoidInput,
  assignInput,
  assignInspectorInput,
  concludeLookBackInput,
  decideDelistingInput,
  decideInput,
  delistingInput,
  evaluateInput,
  failedMeasureInput,
  fixReportedInput,
  givePhotoUpInput,
  listingInput,
  planInput,
  progressInput,
  proposeDenialInput,
  registerInput,
  reopenInput,
  replanInput,
  reportInput,
  sendBackInput,
  submitInput,
  tellAuthorityInput,
  treatmentPlanInput,
} from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { measureKinds } from '@changming/domain/risks';
import { z } from 'zod';

import { type Access, body, json, refused, route } from '../route.ts';
import { reportReceipt, stepTaken, submitted } from './shapes.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
const one = z.strictObject({ hazardId: id });

/** A step of the loop is a sub-resource of its hazard: `POST /hazards/{hazardId}/acceptance`. */
function step<const Path extends string, const May extends Access, Schema extends z.ZodType>(
  path: Path,
  { access, summary, input }: { readonly access: May; readonly summary: string; readonly input: Schema },
) {
  return route({
    method: 'post',
    path: `/hazards/{hazardId}/${path}`,
    tags: ['hazards'],
    summary,
    access,
    request: { params: one, body: body(input) },
    responses: { 200: json('已办理', stepTaken), ...guarded },
  });
}

const nothing = z.strictObject({});

export const reportHazard = route({
  method: 'post',
  path: '/hazards',
  tags: ['hazards'],
  summary: '上报隐患（同一编号重复提交只算一次）',
  access: 'hazards.report',
  request: { body: body(reportInput) },
  responses: { 201: json('回执', reportReceipt), ...guarded },
});

export const submitHazard = route({
  method: 'post',
  path: '/hazards/{hazardId}/submission',
  tags: ['hazards'],
  summary: '提交验收',
  access: 'hazards.rectify',
  request: { params: one, body: body(submitInput) },
  responses: { 200: json('已提交验收', submitted), ...guarded },
});

export const assignMany = route({
  method: 'post',
  path: '/hazards/assignments',
  tags: ['hazards'],
  summary: '批量下达整改，逐条给出结果',
  access: 'hazards.triage',
  request: {
    body: body(z.strictObject({ hazardIds: z.array(id).min(1).max(200), plan: planInput, level: registerInput.shape.level.optional() })),
  },
  responses: {
    200: json('逐条结果', z.object({ items: z.array(z.object({ id, done: z.boolean(), code: z.string().nullable() })) })),
    ...guarded,
  },
});

export const registerHazard = step('registration', { access: 'hazards.triage', summary: '登记定级', input: registerInput });
export const assignHazard = step('assignment', { access: 'hazards.triage', summary: '下达整改', input: assignInput });
export const triageHazard = step('triage', {
  access: 'hazards.triage',
  summary: '定级并下达整改',
  input: registerInput.extend({ plan: planInput }),
});
export const replanHazard = step('plan', { access: 'hazards.plan', summary: '完善或移交整改方案', input: replanInput });
export const startHazard = step('start', { access: 'hazards.rectify', summary: '开始整改', input: nothing });
export const fixOnTheSpot = step('on-the-spot', { access: 'hazards.rectify', summary: '立行立改', input: fixReportedInput });
export const sendBackHazard = step('send-back', { access: 'hazards.accept', summary: '退回', input: sendBackInput });
export const acceptHazard = step('acceptance', { access: 'hazards.accept', summary: '验收（通过即销号）', input: acceptInput });
export const reopenHazard = step('reopening', { access: 'hazards.reopen', summary: '重新打开', input: reopenInput });

export const giveUpBeforePhoto = step('before-photo-loss', {
  access: 'hazards.triage',
  summary: '上报照片已无法补传',
  input: givePhotoUpInput,
});
export const giveUpAfterPhoto = step('after-photo-loss', {
  access: 'hazards.rectify',
  summary: '整改照片已无法补传',
  input: givePhotoUpInput,
});

export const askExtension = step('extension', { access: 'hazards.rectify', summary: '申请延期', input: askExtensionInput });
export const withdrawExtension = step('extension-withdrawal', { access: 'hazards.rectify', summary: '撤回延期申请', input: nothing });
export const decideExtension = step('extension-decision', {
  access: 'hazards.decideExtension',
  summary: '审批延期（上一级）',
  input: decideInput,
});
export const askVoid = step('voiding', { access: 'hazards.plan', summary: '申请作废（误报、重复）', input: askVoidInput });
export const withdrawVoid = step('voiding-withdrawal', { access: 'hazards.plan', summary: '撤回作废申请', input: nothing });
export const decideVoid = step('voiding-decision', { access: 'hazards.void', summary: '审批作废（上一级）', input: decideInput });

export const suggestMajor = step('major-suggestion', {
  access: 'hazards.plan',
  summary: '按判定标准勾选情形，由系统提示是否可能为重大隐患',
  input: z.strictObject({ conditions: z.array(z.string().max(60)).min(1).max(50) }),
});
export const confirmMajor = step('major-confirmation', { access: 'hazards.confirmMajor', summary: '确认重大隐患', input: nothing });
export const proposeDenial = step('major-denial', {
  access: 'hazards.confirmMajor',
  summary: '提出不构成重大隐患',
  input: proposeDenialInput,
});
export const countersignDenial = step('major-denial-countersignature', {
  access: 'hazards.confirmMajor',
  summary: '会签不构成重大隐患',
  input: nothing,
});
export const tellAuthority = step('authority-report', {
  access: 'hazards.treatMajor',
  summary: '登记已报告主管部门',
  input: tellAuthorityInput,
});
export const draftTreatment = step('treatment', { access: 'hazards.treatMajor', summary: '编制治理方案', input: treatmentPlanInput });
export const decideTreatment = step('treatment-decision', {
  access: 'hazards.approveTreatment',
  summary: '审批治理方案',
  input: decideInput,
});
export const evaluateTreatment = step('treatment-evaluation', { access: 'hazards.treatMajor', summary: '治理评估', input: evaluateInput });

export const listForSupervision = step('supervision', { access: 'hazards.supervise', summary: '挂牌督办', input: listingInput });
export const reportProgress = step('supervision-progress', { access: 'hazards.treatMajor', summary: '报告督办进展', input: progressInput });
export const askDelisting = step('delisting', { access: 'hazards.treatMajor', summary: '申请摘牌', input: delistingInput });
export const decideDelisting = step('delisting-decision', {
  access: 'hazards.supervise',
  summary: '审批摘牌',
  input: decideDelistingInput,
});

export const assignInspector = step('look-back-inspector', {
  access: 'hazards.supervise',
  summary: '指派回头看人员',
  input: assignInspectorInput,
});
export const concludeLookBack = step('look-back', { access: 'hazards.lookBack', summary: '提交回头看结论', input: concludeLookBackInput });

export const nameFailedMeasure = route({
  method: 'post',
  path: '/hazards/{hazardId}/failed-measure',
  tags: ['hazards'],
  summary: '指明哪条管控措施失效，提请复评风险',
  access: 'hazards.triage',
  request: { params: one, body: body(failedMeasureInput.omit({ hazardId: true })) },
  responses: { 200: json('已指明', z.object({ riskId: id })), ...guarded },
});

const measure = z.object({ id, kind: z.enum(measureKinds), text: z.string(), risk: z.string(), riskId: id });

export const listFailedMeasures = route({
  method: 'get',
  path: '/hazards/{hazardId}/measures',
  tags: ['hazards'],
  summary: '可指明失效的管控措施，以及已指明的一条',
  access: 'hazards.triage',
  request: { params: one },
  responses: { 200: json('措施', z.object({ named: id.nullable(), measures: z.array(measure) })), ...guarded },
});

export const noteOnHazard = route({
  method: 'post',
  path: '/hazards/{hazardId}/notes',
  tags: ['hazards'],
  summary: '给上报人留言',
  access: 'hazards.triage',
  request: { params: one, body: body(z.strictObject({ text: z.string().min(1).max(2000) })) },
  responses: { 201: json('已留言', z.object({ id })), ...guarded },
});
