import { z } from 'zod';

import { day, id, text } from '../kernel/index.ts';
import { pointsInput } from './decimal-input.ts';
import { decimal, isLess, isNothing, nothing } from './exact.ts';
import { periodKindOf } from './period-kind.ts';
import type { AssessmentRefusal } from './refusals.ts';
import type { Scheme } from './scheme.ts';

/** 加分、扣分、一票否决、给分、更正: what persons add to what is counted. */
export const findingKinds = ['bonus', 'malus', 'veto', 'given', 'correction'] as const;
export type FindingKind = (typeof findingKinds)[number];
export const findingStages = ['proposed', 'approved', 'rejected'] as const;
export type FindingStage = (typeof findingStages)[number];

export const findingInput = z.strictObject({
  unitId: id,
  schemeCode: z.string().max(40),
  kind: z.enum(findingKinds),
  /** A rule of the scheme; of points given and corrections one of its indicators. */
  rule: z.string().max(40),
  /** What it is about: the same matter counts once. */
  matter: text(200).nullable().default(null),
  /** Of points given and corrections the one period they are for. */
  period: z.string().max(7).nullable().default(null),
  points: pointsInput.nullable().default(null),
  outOf: pointsInput.nullable().default(null),
  on: day,
  reason: text(2000),
});
export type FindingInput = z.output<typeof findingInput>;

/** Why this may not be recorded under the scheme, or null. */
export function objectionToFinding(scheme: Scheme, finding: FindingInput): AssessmentRefusal | null {
  if (!codesOf(scheme, finding.kind).includes(finding.rule)) return 'assessments.rule_unknown';
  const { kind, matter, period, points, outOf } = finding;
  if (kind === 'given' || kind === 'correction') return objectionToPoints(finding);
  if ([period, points, outOf].some((given) => given !== null)) return 'assessments.finding_incomplete';
  return kind !== 'veto' && matter === null ? 'assessments.finding_incomplete' : null;
}

function objectionToPoints({ kind, period, points, outOf }: FindingInput): AssessmentRefusal | null {
  if (period === null || periodKindOf(period) === null) return 'assessments.period_unknown';
  if (points === null) return 'assessments.finding_incomplete';
  if (kind === 'given') return isPartOf(points, outOf) ? null : 'assessments.finding_incomplete';
  if (outOf !== null) return 'assessments.finding_incomplete';
  return isNothing(decimal(points)) ? 'assessments.adjust_nothing' : null;
}

/** From nothing to all of them, out of at least something. */
function isPartOf(points: string, outOf: string | null): boolean {
  if (outOf === null || !isLess(nothing, decimal(outOf))) return false;
  return !isLess(decimal(points), nothing) && !isLess(decimal(outOf), decimal(points));
}

function codesOf({ bonus, malus, vetoes, indicators }: Scheme, kind: FindingKind): readonly string[] {
  const lists = { bonus: bonus.rules, malus: malus.rules, veto: vetoes, correction: indicators };
  const list = kind === 'given' ? indicators.filter(({ source }) => source.kind === 'given') : lists[kind];
  return list.map(({ code }) => code);
}
