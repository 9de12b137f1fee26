import type { RiskLevel } from './levels.ts';

/** 风险点: a place, a piece of equipment or facility, an activity. */
export const riskKinds = ['place', 'equipment', 'activity'] as const;
export type RiskKind = (typeof riskKinds)[number];

export const riskStages = ['draft', 'reviewed', 'published', 'dueForReview', 'archived'] as const;
export type RiskStage = (typeof riskStages)[number];

/** What the lifecycle decides about. */
export type Risk = {
  readonly stage: RiskStage;
  /** The level in force: of the grading published last. Null before the first one. */
  readonly level: RiskLevel | null;
  /** The grading that is being drawn up, reviewed or in force; the last one in any case. */
  readonly grading: { readonly level: RiskLevel; readonly assessedById: string | null; readonly assessedOn: string };
  readonly controlPlan: string | null;
  /** How many controls it has. */
  readonly measures: number;
  readonly ownerId: string | null;
  /** The day by which it is graded again; null before it is published. */
  readonly reviewDueOn: string | null;
};

/** Graded, published and not put away: it colours the map and owes its checks, also while it is being graded again. */
export function isInForce({ stage, level }: Pick<Risk, 'stage' | 'level'>): boolean {
  return stage !== 'archived' && level !== null;
}
