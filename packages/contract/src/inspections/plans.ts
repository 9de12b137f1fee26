import {
  cadence,
  createPlanInput,
  editPlanInput,
  endPlanInput,
  planDoer,
  planFilter,
  planPoints,
  roundKinds,
  shifts,
  shortfallFilter,
} from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { controlLevels, riskLevels } from '@changming/domain/risks';
import { z } from 'zod';

import { body, done, json, route } from '../route.ts';
import { guarded, instant, maybeDay, tags, words } from './shapes.ts';

const shown = {
  id,
  name: z.string(),
  kind: z.enum(roundKinds),
  unitId: id,
  unit: z.string(),
  checklistId: id,
  checklist: z.string(),
  cadence,
  points: planPoints,
  /** Points for which it is owed today; null for a plan about the unit itself. */
  pointCount: z.int().nullable(),
  restDays: z.enum(['skip', 'keep']),
  graceMinutes: z.int(),
  doer: planDoer,
  doerName: words,
  from: z.iso.date(),
  until: maybeDay,
  endReason: words,
  version: z.int(),
};
export const plan = z.object(shown).meta({ id: 'InspectionPlan' });
export type Plan = z.infer<typeof plan>;

const owed = z.object({
  on: z.iso.date(),
  from: z.iso.date(),
  shift: z.enum(shifts).nullable(),
  opensAt: instant,
  dueAt: instant,
  missesAt: instant,
});

export const planDetail = z
  .object({
    ...shown,
    listed: z.array(z.object({ id, name: z.string(), unit: z.string() })),
    /** What it will owe next, at each of its points. */
    coming: z.array(owed),
    /** False when a year ahead has no official calendar yet: days may move. */
    calendarCertain: z.boolean(),
    /** 频次不足 and insisted on: the last reason. */
    insist: words,
  })
  .meta({ id: 'InspectionPlanDetail' });
export type PlanDetail = z.infer<typeof planDetail>;

const one = z.strictObject({ planId: id });
const saved = json('已保存', z.object({ id, version: z.int() }));

export const listPlans = route({
  method: 'get',
  path: '/inspections/plans',
  tags,
  summary: '排查计划',
  access: 'inspections.read',
  request: { query: planFilter },
  responses: { 200: json('排查计划', z.object({ items: z.array(plan), next: words })), ...guarded },
});

const shortfall = z.object({
  by: z.enum(controlLevels),
  /** Once in so many days is owed. */
  days: z.int(),
  count: z.int(),
  /** As many as one plan names. */
  points: z.array(z.object({ id, name: z.string(), unitId: id, unit: z.string(), level: z.enum(riskLevels) })),
});
/** `points` counts each point once, whoever does not look at it. */
export const shortfallList = z.object({ points: z.int(), items: z.array(shortfall) }).meta({ id: 'InspectionShortfalls' });
export type Shortfalls = z.infer<typeof shortfallList>;

export const listShortfalls = route({
  method: 'get',
  path: '/inspections/shortfalls',
  tags,
  summary: '频次不足：按风险颜色应查而没有计划查到的点位',
  access: 'inspections.read',
  request: { query: shortfallFilter },
  responses: { 200: json('频次不足', shortfallList), ...guarded },
});

export const readPlan = route({
  method: 'get',
  path: '/inspections/plans/{planId}',
  tags,
  summary: '排查计划与接下来的应查',
  access: 'inspections.read',
  request: { params: one },
  responses: { 200: json('排查计划', planDetail), ...guarded },
});

export const createPlan = route({
  method: 'post',
  path: '/inspections/plans',
  tags,
  summary: '新建排查计划',
  access: 'inspections.plan',
  request: { body: body(createPlanInput) },
  responses: { 201: saved, ...guarded },
});

export const editPlan = route({
  method: 'put',
  path: '/inspections/plans/{planId}',
  tags,
  summary: '修改排查计划（已生成的应查不变）',
  access: 'inspections.plan',
  request: { params: one, body: body(editPlanInput.omit({ planId: true })) },
  responses: { 200: saved, ...guarded },
});

export const endPlan = route({
  method: 'post',
  path: '/inspections/plans/{planId}/ending',
  tags,
  summary: '结束排查计划',
  access: 'inspections.plan',
  request: { params: one, body: body(endPlanInput.omit({ planId: true })) },
  responses: { 204: done('已结束'), ...guarded },
});
