import { z } from 'zod';

import { day, id, instant, pageLimit, queryFlag, text } from '../kernel/index.ts';
import { isProvince } from './provinces.ts';
import { unitFlags, unitKinds } from './unit.ts';

/** 单位代码: letters, digits, dots and dashes; full-width ones, as an input method leaves them, are read as the same. */
export const unitCode = z
  .string()
  .max(64)
  .transform((typed) => typed.normalize('NFKC').trim())
  .refine((code) => /^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/.test(code), { message: '单位代码只能用字母、数字、点和短横线，最长 32 位' });

/** Province and industry of a unit that has them already may stay as they are, so an edit asks whether they are new first. */
export const isIndustry = (code: string) => /^[A-T]?\d{2,4}$/.test(code);
const province = text(20).refine(isProvince, {
  message: '没有这个省份，请填写省、自治区、直辖市或特别行政区的名称，如“江苏省”',
});
/** A code of GB/T 4754: the letter of a section and 2 to 4 digits, or the digits alone. */
const industry = text(20)
  .transform((typed) => typed.toUpperCase())
  .refine(isIndustry, { message: '请填写国民经济行业代码（GB/T 4754），如“C1811”' });

export const unitProfile = z.strictObject({
  headcount: z.int().min(0).max(1_000_000).nullable(),
  province: province.nullable(),
  /** Left out: as it is. Null: that of the unit above. */
  city: text(20).nullable().optional(),
  industry: industry.nullable(),
  flags: z.array(z.enum(unitFlags)).max(unitFlags.length),
  /** Left out: as they are. */
  address: text(200).nullable().optional(),
  remark: text(200).nullable().optional(),
  /** 粉尘涉爆评估: who found it, when, by which paper. Asked for when the flag is set by hand; kept with the change. */
  dustAssessment: text(200).optional(),
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
/** 拆分: new units beside the old one, each taking some of its children along; the old one stays unless nothing is left in it. */
export const splitUnitInput = z.strictObject({
  unitId: id,
  parts: z
    .array(z.strictObject({ id: id.optional(), code: unitCode, name: text(80), childIds: z.array(id).max(500).default([]) }))
    .min(1)
    .max(20),
  closes: z.boolean().default(false),
  ...why,
});
export const closeUnitInput = z.strictObject({ unitId: id, ...why });
export const editProfileInput = z.strictObject({
  unitId: id,
  version: z.int(),
  shortNames: z.array(text(40)).max(20),
  profile: unitProfile.extend({ province: text(20).nullable(), industry: text(20).nullable() }),
});

/** `on`: as the tree stood on that day; `knownAt`: as the product knew it at that instant. */
const seenFrom = { on: day.optional(), knownAt: instant.optional() } as const;
export const unitPastFilter = z.strictObject(seenFrom);
export const unitChildrenFilter = z.strictObject({ parentId: id.optional(), closed: queryFlag.optional(), ...seenFrom });
export const unitSearchFilter = z.strictObject({ q: text(40), limit: pageLimit });
