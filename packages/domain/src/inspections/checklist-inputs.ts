import { z } from 'zod';

import { factorClasses, hazardCategory, hazardKeyArea, type FactorClass } from '../hazards/index.ts';
import { id, queryFlag, queryList, text } from '../kernel/index.ts';
import { mostItems, photoDuties, roundKinds } from './checklist.ts';

const factorClassNames = Object.keys(factorClasses) as [FactorClass, ...FactorClass[]];

/** Capitals and digits, in parts joined by dashes; an extension's begins with its base's by custom, not by rule. */
export const checklistCode = z
  .string()
  .max(24)
  .regex(/^[A-Z][A-Z0-9]{0,11}(?:-[A-Z][A-Z0-9]{0,11})?$/);
export const itemCode = z
  .string()
  .max(28)
  .regex(/^[A-Z][A-Z0-9-]{0,23}-\d{2,3}$/);

/** Readings are decimal: at most three places, nothing a gauge cannot show. */
export const reading = z.number().min(-1_000_000_000).max(1_000_000_000).multipleOf(0.001);

export const itemAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passFail') }),
  z.strictObject({
    kind: z.literal('reading'),
    unit: text(12),
    least: reading.nullable().default(null),
    most: reading.nullable().default(null),
    meter: z.boolean().default(false),
  }),
]);

export const checklistItemInput = z.strictObject({
  code: itemCode,
  text: text(200),
  textEn: text(300).nullable().default(null),
  guide: text(300).nullable().default(null),
  starred: z.boolean().default(false),
  clauseIds: z.array(text(60)).max(10).default([]),
  basis: text(200).nullable().default(null),
  factor: z.enum(factorClassNames),
  category: hazardCategory,
  answer: itemAnswer.default({ kind: 'passFail' }),
  photo: z.enum(photoDuties).default('onFailure'),
  mayNotApply: z.boolean().default(true),
  measureId: id.nullable().default(null),
});

export const createChecklistInput = z.strictObject({
  id: id.optional(),
  unitId: id,
  code: checklistCode,
  name: text(60),
  nameEn: text(80).nullable().default(null),
  kind: z.enum(roundKinds).default('inspection'),
  keyArea: hazardKeyArea.default('other'),
  /** 扩展: the checklist whose items it begins with, and whose newer versions it follows. */
  baseId: id.nullable().default(null),
});

/** The draft of the own items; nothing of it is asked of anybody before it is published. */
export const draftChecklistInput = z.strictObject({
  checklistId: id,
  version: z.int(),
  name: text(60),
  nameEn: text(80).nullable().default(null),
  items: z.array(checklistItemInput).max(mostItems),
});
export const publishChecklistInput = z.strictObject({ checklistId: id, version: z.int(), note: text(300).nullable().default(null) });
export const retireChecklistInput = z.strictObject({ checklistId: id, version: z.int(), reason: text(200) });

export const checklistFilter = z.strictObject({
  kind: queryList(z.enum(roundKinds)).optional(),
  keyArea: queryList(hazardKeyArea).optional(),
  retired: queryFlag.optional(),
  q: text(40).optional(),
});
export type ChecklistFilter = z.output<typeof checklistFilter>;
