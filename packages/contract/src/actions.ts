import { actionEffects, actionKinds, actionOrigins, actionsFilter, actionStates, assignActionInput } from '@changming/domain/actions';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { guarded, oneAction } from './actions/shared.ts';
import { body, json, refused, route } from './route.ts';

export * from './actions/orders.ts';
export * from './actions/steps.ts';

const words = z.string().nullable();
const maybeDay = z.iso.date().nullable();

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

const offered = [
  'submit',
  'sendBack',
  'verify',
  'cancel',
  'reassign',
  'replaceVerifier',
  'assessEffect',
  'askMoreTime',
  'decideMoreTime',
] as const;
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
  summary: '导出整改措施台账（Excel，最多 5,000 条）',
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
