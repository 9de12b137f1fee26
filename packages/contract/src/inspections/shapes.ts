import { factorClasses, type FactorClass, hazardCategories } from '@changming/domain/hazards';
import { itemAnswer, occurrenceStates, photoDuties, roundKinds, shifts, timings, verdicts } from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { refused } from '../route.ts';

export const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
export const tags = ['inspections'];

export const words = z.string().nullable();
export const maybeDay = z.iso.date().nullable();
export const instant = z.iso.datetime();
export const maybeInstant = instant.nullable();

const factorClassNames = Object.keys(factorClasses) as [FactorClass, ...FactorClass[]];

export const checklistItem = z
  .object({
    code: z.string(),
    text: z.string(),
    textEn: words,
    guide: words,
    starred: z.boolean(),
    clauseIds: z.array(z.string()),
    basis: words,
    factor: z.enum(factorClassNames),
    category: z.enum(hazardCategories),
    answer: itemAnswer,
    photo: z.enum(photoDuties),
    mayNotApply: z.boolean(),
    measureId: id.nullable(),
  })
  .meta({ id: 'ChecklistItem' });

/** 应查 as it stands in a list. Days are local; `on` is the day by which it is owed. */
export const occurrenceShape = {
  id,
  on: z.iso.date(),
  from: z.iso.date(),
  shift: z.enum(shifts).nullable(),
  kind: z.enum(roundKinds),
  state: z.enum(occurrenceStates),
  planId: id,
  plan: z.string(),
  checklistId: id,
  unitId: id,
  unit: z.string(),
  pointId: id.nullable(),
  point: words,
  opensAt: instant,
  dueAt: instant,
  missesAt: instant,
} as const;

/** What became of it: the result that counts, when there is one. */
export const outcomeShape = {
  resultId: id.nullable(),
  doneAt: maybeInstant,
  recordedAt: maybeInstant,
  doneBy: words,
  timing: z.enum(timings).nullable(),
  byHand: z.boolean(),
  failed: z.int(),
  missReason: words,
  missNote: words,
} as const;

export const verdict = z.enum(verdicts);
