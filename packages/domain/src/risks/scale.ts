import { z } from 'zod';

import { day, id, text } from '../kernel/index.ts';
import { compareDecimals, decimalPattern } from './decimal.ts';
import { riskLevels } from './levels.ts';

/** LEC 作业条件危险性评价法; LS 风险矩阵法. */
export const gradingMethods = ['lec', 'ls'] as const;
export type GradingMethod = (typeof gradingMethods)[number];

/** The factors of each method, in the order in which they are multiplied. */
export const factorsOf = {
  lec: ['likelihood', 'exposure', 'consequence'],
  ls: ['likelihood', 'consequence'],
} as const satisfies Record<GradingMethod, readonly Factor[]>;
export const gradingFactors = ['likelihood', 'exposure', 'consequence'] as const;
export type Factor = (typeof gradingFactors)[number];

const value = z.string().regex(decimalPattern);
const step = z.strictObject({ value, label: text(60) });
const steps = z.array(step).min(2).max(20);

/** A class of scores begins above `over`, or at it where the boundary belongs to the upper class. */
const band = z.strictObject({ over: value, level: z.enum(riskLevels), label: text(60) });

/** What one grading table says: the only values each factor may take, and the classes of scores, the worst first. */
export const scaleBody = z.strictObject({
  likelihood: steps,
  /** Empty in LS. */
  exposure: z.array(step).max(20),
  consequence: steps,
  bands: z.array(band).min(2).max(10),
  /** To which class a score belongs that lies on a boundary. */
  boundary: z.enum(['lower', 'upper']),
});
export type ScaleBody = z.output<typeof scaleBody>;

/** A version of a grading table; it holds from its day until the next one begins. */
export type Scale = { readonly id: string; readonly method: GradingMethod; readonly from: string; readonly body: ScaleBody };

export const setScaleInput = z.strictObject({ id: id.optional(), method: z.enum(gradingMethods), from: day, body: scaleBody });

export type ScaleFault = 'risks.scale_values_repeat' | 'risks.scale_bands_disordered' | 'risks.scale_band_missing' | 'risks.scale_exposure';

/** Why the table cannot be graded by, or null. Bands must tile from zero up, and never get milder as scores grow. */
export function faultOfScale(method: GradingMethod, body: ScaleBody): ScaleFault | null {
  if ((method === 'ls') !== (body.exposure.length === 0)) return 'risks.scale_exposure';
  if (gradingFactors.some((factor) => repeats(body[factor]))) return 'risks.scale_values_repeat';
  return faultOfBands(body.bands);
}

function repeats(values: ScaleBody['likelihood']): boolean {
  return new Set(values.map((each) => canonical(each.value))).size < values.length;
}

function faultOfBands(bands: ScaleBody['bands']): ScaleFault | null {
  const pairs = bands.slice(1).map((below, at) => ({ below, above: bands[at] ?? below }));
  const descends = pairs.every(({ above, below }) => compareDecimals(above.over, below.over) > 0);
  const worsens = pairs.every(({ above, below }) => riskLevels.indexOf(above.level) <= riskLevels.indexOf(below.level));
  if (!descends || !worsens) return 'risks.scale_bands_disordered';
  const startsAtZero = compareDecimals(bands.at(-1)?.over ?? '1', '0') === 0;
  const complete = startsAtZero && riskLevels.every((level) => bands.some((each) => each.level === level));
  return complete ? null : 'risks.scale_band_missing';
}

function canonical(number: string): string {
  return number.includes('.') ? number.replace(/0+$/, '').replace(/\.$/, '') : number;
}

/** The version in force on a day: the latest that has begun. */
export function scaleOn(scales: readonly Scale[], method: GradingMethod, on: string): Scale | null {
  const begun = scales.filter((each) => each.method === method && each.from <= on);
  return begun.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null;
}
