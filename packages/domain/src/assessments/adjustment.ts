import { clamped, decimal, isNothing, nothing, plus, total, written } from './exact.ts';
import type { Line } from './line.ts';
import type { AssessmentRefusal } from './refusals.ts';

/** A correction by hand (11.2.14): the points to add, with their sign; who says why, and who else approved it, stand beside it. */
export type Adjustment = { readonly indicator: string; readonly delta: string };

export type Adjusting = { readonly delta: string; readonly reason: string };

/** Why this line may not be corrected so, or null. */
export function objectionToAdjusting(line: Pick<Line, 'score'>, { delta, reason }: Adjusting): AssessmentRefusal | null {
  if (line.score === null) return 'assessments.adjust_not_scored';
  if (isNothing(decimal(delta))) return 'assessments.adjust_nothing';
  return reason.trim() === '' ? 'assessments.reason_missing' : null;
}

/** Why `by` may not approve a correction that `askedById` asked for, or null. */
export function objectionToApprovingAdjustment(askedById: string, by: string): AssessmentRefusal | null {
  return askedById === by ? 'assessments.own_adjustment' : null;
}

/** The line with its approved corrections; the score stays between 0 and the weight. What has no score is left alone. */
export function adjusted(line: Line, adjustments: readonly Adjustment[]): Line {
  const deltas = adjustments.filter(({ indicator }) => indicator === line.code).map(({ delta }) => decimal(delta));
  if (line.score === null || deltas.length === 0) return line;
  const change = total(deltas);
  const score = clamped(plus(decimal(line.score), change), nothing, decimal(line.weight));
  return { ...line, score: written(score), adjusted: written(change) };
}
