import {
  askMoreTimeInput,
  assessEffectInput,
  cancelActionInput,
  decideMoreTimeInput,
  reassignActionInput,
  replaceVerifierInput,
  sendBackActionInput,
  submitActionInput,
  verifyActionInput,
} from '@changming/domain/actions';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, oneAction, taken } from './shared.ts';

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

export const replaceVerifier = route({
  method: 'post',
  path: '/actions/{actionId}/verifier',
  tags: ['actions'],
  summary: '改派待验证措施的验证人',
  access: 'actions.replaceVerifier',
  request: { params: oneAction, body: body(replaceVerifierInput) },
  responses: { 200: json('已改派', taken), ...guarded },
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
