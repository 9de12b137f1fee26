import { type RiskLevel, worstOf } from './levels.ts';

/** 现状: what stands open at a point now. `weight` is a hazard's level, or how bad a failed control is. */
export const liveCauses = ['hazard', 'failedCheck', 'missedCheck'] as const;
export type LiveCause = (typeof liveCauses)[number];

export type LiveFact = {
  readonly cause: LiveCause;
  /** `team`, `workshop`, `unit`, `major` of a hazard; null while nobody has graded it. */
  readonly weight: string | null;
  /** The last day on which it is in time; null when it has no deadline. */
  readonly dueOn: string | null;
};

const ofHazard: Readonly<Record<string, RiskLevel>> = { major: 'major', unit: 'larger', workshop: 'general', team: 'low' };

/** How bad one fact makes a point (product default): an ungraded hazard counts as 一般; what is overdue is one level worse, 橙 at most. */
export function levelOfFact({ cause, weight, dueOn }: LiveFact, today: string): RiskLevel {
  const plain = cause === 'hazard' ? (ofHazard[weight ?? ''] ?? 'general') : 'general';
  const isOverdue = dueOn !== null && dueOn < today;
  return isOverdue ? later[plain] : plain;
}

const later = { major: 'major', larger: 'larger', general: 'larger', low: 'general' } as const satisfies Record<RiskLevel, RiskLevel>;

/** The live level of a point; null when nothing is open there. */
export function liveLevel(facts: readonly LiveFact[], today: string): RiskLevel | null {
  return worstOf(facts.map((fact) => levelOfFact(fact, today)));
}

export type PointState = { readonly inherent: RiskLevel | null; readonly live: RiskLevel | null };

/** 四色: the worse of what a point is by nature and what it is now; null when nothing was ever assessed and nothing is open. */
export function levelShown({ inherent, live }: PointState): RiskLevel | null {
  return worstOf([inherent, live]);
}
