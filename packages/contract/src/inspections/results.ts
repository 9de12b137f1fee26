import { factorClasses, hazardStages, type FactorClass } from '@changming/domain/hazards';
import { fireConditions, fireKinds } from '@changming/domain/equipment';
import { correctInput, itemCode, occurrenceStates, performInput, reportFailureInput, timings } from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { publishedChecklist } from './checklists.ts';
import { guarded, instant, occurrenceShape, tags, verdict, words } from './shapes.ts';

const hazardLink = z.object({ item: z.string(), hazardId: id, number: z.string() });

/** 回执. Each photo still awaited is sent as evidence of `subjectId`: of the hazard where the failure became one, of the check otherwise. */
export const checkReceipt = z
  .object({
    id,
    occurrenceId: id,
    state: z.enum(occurrenceStates),
    timing: z.enum(timings),
    clockSuspect: z.boolean(),
    failed: z.int(),
    hazards: z.array(hazardLink),
    photos: z.object({
      declared: z.int(),
      missing: z.array(z.object({ sha256: z.string(), subjectId: id })),
      complete: z.boolean(),
    }),
  })
  .meta({ id: 'CheckReceipt' });
export type CheckReceipt = z.infer<typeof checkReceipt>;

const factorClassNames = Object.keys(factorClasses) as [FactorClass, ...FactorClass[]];

const answered = z.object({
  item: z.string(),
  /** In which order it was answered, from 1. */
  order: z.int(),
  verdict,
  reading: z.number().nullable(),
  note: words,
  photos: z.array(z.object({ sha256: z.string(), evidenceId: id.nullable() })),
  failure: z
    .object({
      starred: z.boolean(),
      factor: z.enum(factorClassNames),
      measureId: id.nullable(),
      hazardId: id.nullable(),
      hazardNumber: words,
      hazardStage: z.enum(hazardStages).nullable(),
    })
    .nullable(),
});

export const checkResult = z
  .object({
    id,
    occurrence: z.object(occurrenceShape),
    checklist: publishedChecklist,
    startedAt: instant,
    doneAt: instant,
    claimedAt: instant,
    recordedAt: instant,
    clockSuspect: z.boolean(),
    timing: z.enum(timings),
    doneBy: words,
    own: z.boolean(),
    /** 更正: until when its maker may put it right, and whether the caller may now. */
    correctableUntil: instant,
    mayCorrect: z.boolean(),
    byHand: words,
    note: words,
    /** 更正: the result it stands in the place of, and why; and the one that stands in its place. */
    corrects: id.nullable(),
    correctedWhy: words,
    /** When the correction was made; not to be believed where the phone's clock said what cannot be. */
    correctedAt: instant.nullable(),
    correctionSuspect: z.boolean(),
    correctedBy: id.nullable(),
    counts: z.boolean(),
    answers: z.array(answered),
  })
  .meta({ id: 'CheckResult' });
export type CheckResult = z.infer<typeof checkResult>;

export const perform = route({
  method: 'post',
  path: '/inspections/results',
  tags,
  summary: '提交一次检查（手机上生成编号，重复提交只记一次）',
  access: 'inspections.perform',
  request: { body: body(performInput) },
  responses: { 201: json('回执', checkReceipt), ...guarded },
});

export const readResult = route({
  method: 'get',
  path: '/inspections/results/{resultId}',
  tags,
  summary: '一次检查的结果',
  access: 'inspections.follow',
  request: { params: z.strictObject({ resultId: id }) },
  responses: { 200: json('结果', checkResult), ...guarded },
});

export const correctResult = route({
  method: 'post',
  path: '/inspections/results/{resultId}/corrections',
  tags,
  summary: '更正自己的检查结果（原结果保留）',
  access: 'inspections.perform',
  request: { params: z.strictObject({ resultId: id }), body: body(correctInput.omit({ resultId: true })) },
  responses: { 201: json('回执', checkReceipt), ...guarded },
});

export const reportFailure = route({
  method: 'post',
  path: '/inspections/results/{resultId}/failures/{item}/hazard',
  tags,
  summary: '把一条异常上报为隐患',
  access: 'inspections.perform',
  request: {
    params: z.strictObject({ resultId: id, item: itemCode }),
    body: body(reportFailureInput.omit({ resultId: true, item: true })),
  },
  responses: { 201: json('隐患', z.object({ hazardId: id, number: z.string() })), ...guarded },
});

const found = z.object({
  resultId: id,
  occurrenceId: id,
  item: z.string(),
  text: z.string(),
  on: z.iso.date(),
  plan: z.string(),
  checklist: z.string(),
  point: words,
  doneAt: instant,
  doneBy: words,
  measureId: id.nullable(),
});
export type CheckBehind = z.infer<typeof found>;

const spot = z.object({
  checkId: id,
  equipmentId: id,
  kind: z.enum(fireKinds),
  no: words,
  on: z.iso.date(),
  condition: z.enum(fireConditions),
  point: words,
  doneBy: words,
});

export type SpotBehind = z.infer<typeof spot>;

/** The page of a hazard shows the check that found it. */
export const readCheckBehind = route({
  method: 'get',
  path: '/inspections/hazards/{hazardId}',
  tags,
  summary: '发现该隐患的检查或点检',
  access: 'inspections.follow',
  request: { params: z.strictObject({ hazardId: id }) },
  responses: { 200: json('检查', z.object({ check: found.nullable(), spot: spot.nullable() })), ...guarded },
});
