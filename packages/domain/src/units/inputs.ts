import { z } from 'zod';

import { day, id, pageLimit, queryFlag, text } from '../kernel/index.ts';
import { unitFlags, unitKinds } from './unit.ts';

/** 单位代码: letters, digits, dots and dashes. */
export const unitCode = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/, { message: '单位代码只能用字母、数字、点和短横线，最长 32 位' });

export const unitProfile = z.strictObject({
  headcount: z.int().min(0).max(1_000_000).nullable(),
  province: text(20).nullable(),
  industry: text(20).nullable(),
  flags: z.array(z.enum(unitFlags)).max(unitFlags.length),
});
export type UnitProfile = z.output<typeof unitProfile>;

/** Every reorganisation says from which day it holds and why. */
const why = { on: day, reason: text(200) } as const;

export const createUnitInput = z.strictObject({
  id: id.optional(),
  parentId: id.nullable(),
  code: unitCode,
  name: text(80),
  shortNames: z.array(text(40)).max(20).default([]),
  kind: z.enum(unitKinds),
  profile: unitProfile.optional(),
  ...why,
});
export const renameUnitInput = z.strictObject({ unitId: id, name: text(80), ...why });
export const moveUnitInput = z.strictObject({ unitId: id, parentId: id, ...why });
export const mergeUnitsInput = z.strictObject({ unitId: id, intoId: id, ...why });
export const splitUnitInput = z.strictObject({
  unitId: id,
  parts: z
    .array(z.strictObject({ id: id.optional(), code: unitCode, name: text(80) }))
    .min(1)
    .max(20),
  ...why,
});
export const closeUnitInput = z.strictObject({ unitId: id, ...why });
export const editProfileInput = z.strictObject({
  unitId: id,
  version: z.int(),
  shortNames: z.array(text(40)).max(20),
  profile: unitProfile,
});

export const unitChildrenFilter = z.strictObject({ parentId: id.optional(), on: day.optional(), closed: queryFlag.optional() });
export const unitSearchFilter = z.strictObject({ q: text(40), limit: pageLimit });
