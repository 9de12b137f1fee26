import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, text } from '../kernel/index.ts';
import { dayKinds } from './calendar.ts';
import { layers } from './layers.ts';
import { ruleIds } from './rule-catalogue.ts';

/** 条款编号: `AQSCF-24`, `WT10-3-1`. */
export const clauseCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9.-]{1,39}$/, { message: '条款编号只能用大写字母、数字、点和短横线' });

export const clauseKinds = ['law', 'regulation', 'standard', 'internal'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** A new version of a clause ends the former one on its first day. */
export const keepClauseInput = z.strictObject({
  code: clauseCode,
  kind: z.enum(clauseKinds),
  title: text(120),
  text: text(4000),
  source: text(120),
  article: text(60).nullable(),
  from: day,
  to: day.nullable().default(null),
});

export const setRuleInput = z.strictObject({
  id: id.optional(),
  ruleId: z.enum(ruleIds),
  value: z.union([z.number(), z.string().max(40)]),
  layer: z.enum(layers).exclude(['product']),
  place: z.string().max(60).default(''),
  source: text(200),
  article: text(60).nullable().default(null),
  from: day,
  to: day.nullable().default(null),
  override: z.boolean().default(false),
});

export const endRuleInput = z.strictObject({ id, on: day, reason: text(200) });

export const setDaysInput = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100),
  /** The notice of the State Council that settles the year; without one the days are headquarters' own. */
  notice: text(120).nullable().default(null),
  /** Why headquarters sets days of its own. */
  reason: text(200).nullable().default(null),
  days: z.array(z.strictObject({ day, kind: z.enum(dayKinds), name: text(20).nullable().default(null) })).max(120),
});

export const rulesFilter = z.strictObject({ unitId: id.optional(), on: day.optional() });
export const clausesFilter = z.strictObject({
  q: text(40).optional(),
  on: day.optional(),
  after: keysetCursor([clauseCode, day]).optional(),
  limit: pageLimit,
});
export const editionsFilter = z.strictObject({ on: day.optional() });
export const workdaysFilter = z.strictObject({ from: day, workdays: z.coerce.number().int().min(0).max(400) });
