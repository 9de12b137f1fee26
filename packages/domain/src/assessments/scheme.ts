import { z } from 'zod';

import { text, verbatim } from '../kernel/index.ts';
import { unitKinds } from '../units/index.ts';
import { amountInput, shareInput } from './decimal-input.ts';
import { measureInput } from './measure.ts';
import { scoreFunctionInput } from './score-function.ts';

export const periodKinds = ['month', 'quarter', 'half', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The grade that overrides every band (一票否决). */
export const vetoed = 'VETO';

const codeInput = z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,39}$/);
/** Null: what the product calls it in the reader's language, by its code. */
const nameInput = text(60).nullable();

/**
 * 分母为零: left out, full marks, none, full marks only where another indicator was scored with at least a share of its weight, or none
 * where a measure of the indicator found that something was owed for all that (重点部位 without an inspection), and left out otherwise; none
 * unless a measure found why nothing could be owed yet (a unit that is new); full marks unless a measure found what had been left undone.
 */
export const zeroPolicyInput = z.union([
  z.enum(['na', 'full', 'zero']),
  z.strictObject({ fullIf: codeInput, atLeast: shareInput }),
  z.strictObject({ zeroIf: codeInput }),
  z.strictObject({ naIf: codeInput }),
  z.strictObject({ fullUnless: codeInput }),
]);
export type ZeroPolicy = z.infer<typeof zeroPolicyInput>;

const termInput = z.strictObject({ measure: measureInput, times: amountInput });

/** Where the numbers of an indicator come from. */
export const sourceInput = z.discriminatedUnion('kind', [
  /** One that the product brings, with its parameters. */
  z.strictObject({
    kind: z.literal('built'),
    indicator: codeInput,
    params: z.record(codeInput, z.union([verbatim(200), z.number(), z.boolean(), z.null()])),
  }),
  /** Sums of measures, written in the scheme itself. */
  z.strictObject({
    kind: z.literal('ratio'),
    numerator: z.array(termInput).min(1).max(10),
    denominator: z.array(termInput).min(1).max(10),
  }),
  /** An amount without a denominator, in points: 每项扣几分. For `deduct`. */
  z.strictObject({ kind: z.literal('amount'), terms: z.array(termInput).min(1).max(10) }),
  /** Points out of so many, given by persons (现场考核、自评); none given is 缺项. */
  z.strictObject({ kind: z.literal('given') }),
  /** Nothing in the product records this yet. */
  z.strictObject({ kind: z.literal('awaited') }),
]);
export type Source = z.infer<typeof sourceInput>;

export const schemeIndicatorInput = z.strictObject({
  code: codeInput,
  dimension: codeInput,
  name: nameInput,
  weight: amountInput,
  on: z.boolean(),
  zero: zeroPolicyInput,
  by: scoreFunctionInput,
  source: sourceInput,
});
export type SchemeIndicator = z.infer<typeof schemeIndicatorInput>;

/** `from` belongs to the band and `below` does not (以上包括本数，以下不包括本数); null: up to the full marks, which belong to it. */
export const bandInput = z.strictObject({
  grade: codeInput,
  name: nameInput,
  from: amountInput,
  below: amountInput.nullable(),
  /** 系数 for bonuses; null when the scheme has none. */
  coefficient: amountInput.nullable(),
});
export type Band = z.infer<typeof bandInput>;

/** Points for a matter: counted by a measure, or recorded by persons when `counts` is null. */
const pointsRuleInput = z.strictObject({ code: codeInput, name: nameInput, points: amountInput, counts: measureInput.nullable() });
export type PointsRule = z.infer<typeof pointsRuleInput>;

/** What a confirmed finding does. `suggests` counts what a person should look at; it never vetoes by itself. */
const vetoRuleInput = z.strictObject({
  code: codeInput,
  name: nameInput,
  /** The best grade still allowed; null: 一票否决. */
  bestGrade: codeInput.nullable(),
  suggests: measureInput.nullable(),
});
export type VetoRule = z.infer<typeof vetoRuleInput>;

/** The base from parts, each rescaled to the full marks over its own dimensions. A part without anything applicable is `missing`. */
const compositionInput = z.strictObject({
  parts: z
    .array(z.strictObject({ code: codeInput, name: nameInput, share: shareInput, dimensions: z.array(codeInput).min(1).max(50) }))
    .min(1)
    .max(10),
  missing: z.enum(['rescale', 'zero']),
});

/** 考核方案 (11.2.1): plain data, immutable once published. Decimals are text. */
export const schemeInput = z.strictObject({
  code: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/),
  version: z.int().min(1).max(9999),
  name: nameInput,
  periodKinds: z.array(z.enum(periodKinds)).min(1),
  /** The kinds of units that are assessed separately; what lies below counts with them. */
  unitKinds: z.array(z.enum(unitKinds)).min(1),
  fullMarks: amountInput,
  dimensions: z
    .array(z.strictObject({ code: codeInput, name: nameInput }))
    .min(1)
    .max(50),
  indicators: z.array(schemeIndicatorInput).min(1).max(200),
  bands: z.array(bandInput).min(1).max(20),
  bonus: z.strictObject({ cap: amountInput, how: z.enum(['sum', 'highest']), rules: z.array(pointsRuleInput).max(50) }),
  malus: z.strictObject({ cap: amountInput, rules: z.array(pointsRuleInput).max(50) }),
  vetoes: z.array(vetoRuleInput).max(50),
  /** Null: one base over all dimensions. */
  composition: compositionInput.nullable(),
  /** Decimals of a score and of a total, half up. */
  rounding: z.strictObject({ score: z.int().min(0).max(2), total: z.int().min(0).max(2) }),
  /** A unit in operation for less of the period is not assessed. */
  participationShare: shareInput,
  /** Less applicable weight than this share of the weight switched on: 数据不足. */
  insufficientShare: shareInput,
  cutOffWorkdays: z.int().min(0).max(60),
  confirmWorkdays: z.int().min(0).max(60),
  appealWorkdays: z.int().min(0).max(60),
});
export type Scheme = z.infer<typeof schemeInput>;
