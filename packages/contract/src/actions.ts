import {
  actionEffects,
  actionKinds,
  actionOrigins,
  actionsFilter,
  actionStates,
  askMoreTimeInput,
  assessEffectInput,
  assignActionInput,
  cancelActionInput,
  decideMoreTimeInput,
  reassignActionInput,
  sendBackActionInput,
  submitActionInput,
  verifyActionInput,
} from '@changming/domain/actions';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, refused, route } from './route.ts';

const words = z.string().nullable();
const maybeDay = z.iso.date().nullable();
const oneAction = z.strictObject({ actionId: id });
const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
const taken = z.object({ id, state: z.enum(actionStates) });

const shown = {
  id,
  number: z.string(),
  unitId: id,
  unit: z.string(),
  origin: z.enum(actionOrigins),
  subjectId: id.nullable(),
  kind: z.enum(actionKinds),
  title: z.string(),
  ownerId: id,
  owner: words,
  verifierId: id.nullable(),
  verifier: words,
  dueOn: z.iso.date(),
  extendedFromOn: maybeDay,
  state: z.enum(actionStates),
  submittedOn: maybeDay,
  doneOn: maybeDay,
  returns: z.int(),
  effectDueOn: maybeDay,
  effect: z.enum(actionEffects).nullable(),
  openedOn: z.iso.date(),
};
export const listedAction = z.object(shown).meta({ id: 'Action' });
export type ListedAction = z.infer<typeof listedAction>;

const offered = ['submit', 'sendBack', 'verify', 'cancel', 'reassign', 'assessEffect', 'askMoreTime', 'decideMoreTime'] as const;
export type ActionAct = (typeof offered)[number];

export const actionDetail = z
  .object({
    ...shown,
    detail: words,
    overdue: z.boolean(),
    openedBy: words,
    result: words,
    verifiedBy: words,
    opinion: words,
    cancelledOn: maybeDay,
    reason: words,
    effectOn: maybeDay,
    effectBy: words,
    effectNote: words,
    today: z.iso.date(),
    /** The photos of each submission; `evidenceId` is null until a photo has arrived. */
    photos: z.array(z.object({ round: z.int(), sha256: z.string(), evidenceId: id.nullable() })),
    extension: z
      .object({
        fromOn: z.iso.date(),
        toOn: z.iso.date(),
        granted: z.boolean().nullable(),
        reason: z.string(),
        askedBy: words,
        askedOn: z.iso.date(),
        decidedBy: words,
        decidedOn: maybeDay,
        note: words,
      })
      .nullable(),
    steps: z.array(
      z.object({
        step: z.string(),
        by: words,
        at: z.iso.datetime(),
        note: words,
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    /** Why the asker may not do it; null where the button is alive. */
    objections: z.record(z.enum(offered), z.string().nullable()),
  })
  .meta({ id: 'ActionDetail' });
export type ActionDetail = z.infer<typeof actionDetail>;

export const listActions = route({
  method: 'get',
  path: '/actions',
  tags: ['actions'],
  summary: '整改措施台账，期限近的在前',
  access: 'actions.read',
  request: { query: actionsFilter },
  responses: {
    200: json('整改措施', z.object({ items: z.array(listedAction), next: z.string().nullable(), today: z.iso.date() })),
    ...guarded,
  },
});

export const countActions = route({
  method: 'get',
  path: '/actions/counts',
  tags: ['actions'],
  summary: '未完成、超期与待验证的件数',
  access: 'actions.read',
  request: { query: actionsFilter.pick({ unitId: true, withBelow: true }) },
  responses: { 200: json('件数', z.object({ open: z.int(), toVerify: z.int(), overdue: z.int() })), ...guarded },
});

export const listOwnActions = route({
  method: 'get',
  path: '/me/actions',
  tags: ['actions'],
  summary: '我的整改措施：要做的和要验证的',
  access: 'actions.follow',
  responses: {
    200: json('整改措施', z.object({ today: z.iso.date(), items: z.array(listedAction.extend({ mine: z.boolean() })) })),
    401: refused,
    403: refused,
  },
});

export const exportActions = route({
  method: 'post',
  path: '/actions/documents',
  tags: ['actions'],
  summary: '导出整改措施台账',
  access: 'actions.export',
  request: { query: actionsFilter.omit({ after: true, limit: true }) },
  responses: {
    200: {
      description: '文件',
      content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } },
    },
    ...guarded,
    503: refused,
  },
});

export const readAction = route({
  method: 'get',
  path: '/actions/{actionId}',
  tags: ['actions'],
  summary: '整改措施详情：证明、经过，以及每个按钮为什么不能按',
  access: 'actions.follow',
  request: { params: oneAction },
  responses: { 200: json('整改措施', actionDetail), ...guarded },
});

export const assignAction = route({
  method: 'post',
  path: '/actions',
  tags: ['actions'],
  summary: '下达整改措施',
  access: 'actions.assign',
  request: { body: body(assignActionInput) },
  responses: { 201: json('已下达', z.object({ id })), ...guarded },
});

export const submitAction = route({
  method: 'post',
  path: '/actions/{actionId}/submission',
  tags: ['actions'],
  summary: '提交完成情况，照片可以后到',
  access: 'actions.submit',
  request: { params: oneAction, body: body(submitActionInput) },
  responses: { 200: json('已提交', taken.extend({ unitId: id, awaited: z.int() })), ...guarded },
});

export const sendBackAction = route({
  method: 'post',
  path: '/actions/{actionId}/return',
  tags: ['actions'],
  summary: '退回',
  access: 'actions.verify',
  request: { params: oneAction, body: body(sendBackActionInput) },
  responses: { 200: json('已退回', taken), ...guarded },
});

export const verifyAction = route({
  method: 'post',
  path: '/actions/{actionId}/verification',
  tags: ['actions'],
  summary: '验证通过，措施完成',
  access: 'actions.verify',
  request: { params: oneAction, body: body(verifyActionInput) },
  responses: { 200: json('已完成', taken), ...guarded },
});

export const cancelAction = route({
  method: 'post',
  path: '/actions/{actionId}/cancellation',
  tags: ['actions'],
  summary: '取消',
  access: 'actions.cancel',
  request: { params: oneAction, body: body(cancelActionInput) },
  responses: { 200: json('已取消', taken), ...guarded },
});

export const reassignAction = route({
  method: 'post',
  path: '/actions/{actionId}/reassignment',
  tags: ['actions'],
  summary: '移交责任人或验证人',
  access: 'actions.assign',
  request: { params: oneAction, body: body(reassignActionInput) },
  responses: { 200: json('已移交', taken), ...guarded },
});

export const assessEffect = route({
  method: 'post',
  path: '/actions/{actionId}/effect',
  tags: ['actions'],
  summary: '效果评估',
  access: 'actions.verify',
  request: { params: oneAction, body: body(assessEffectInput) },
  responses: { 200: json('已评估', taken), ...guarded },
});

export const askForMoreTime = route({
  method: 'post',
  path: '/actions/{actionId}/extension',
  tags: ['actions'],
  summary: '申请延期',
  access: 'actions.submit',
  request: { params: oneAction, body: body(askMoreTimeInput) },
  responses: { 200: json('已申请', taken), ...guarded },
});

export const decideOnMoreTime = route({
  method: 'post',
  path: '/actions/{actionId}/extension/decision',
  tags: ['actions'],
  summary: '审批延期（上一级）',
  access: 'actions.decideExtension',
  request: { params: oneAction, body: body(decideMoreTimeInput) },
  responses: { 200: json('已审批', taken), ...guarded },
});
