import type { HazardLevel } from './levels.ts';
import type { MajorTreatment } from './major-treatment.ts';
import type { RectificationPlan } from './plan.ts';

export const hazardStages = ['reported', 'registered', 'assigned', 'rectifying', 'submitted', 'closed', 'void'] as const;
export type HazardStage = (typeof hazardStages)[number];

/** Where the question "is it 重大?" stands. The system suggests; named persons confirm, or deny with two signatures. */
export const suggestionStages = ['none', 'open', 'denialProposed', 'confirmed', 'denied'] as const;
export type SuggestionStage = (typeof suggestionStages)[number];

/** 误报 or 重复 */
export const voidKinds = ['falseAlarm', 'duplicate'] as const;
export type VoidKind = (typeof voidKinds)[number];

/** What the lifecycle decides with. Whatever else a hazard carries (words, photos, place) stands beside it. */
export type Hazard = {
  readonly id: string;
  readonly unitId: string;
  readonly stage: HazardStage;
  /** Null until triage has graded it. */
  readonly level: HazardLevel | null;
  readonly suggestion: SuggestionStage;
  /** Null when the report was anonymous. */
  readonly foundById: string | null;
  readonly plan: RectificationPlan;
  /** The deadline before the one extension of this round; null while it has not moved. */
  readonly extendedFromOn: string | null;
  readonly onTheSpot: boolean;
  readonly registeredById: string | null;
  readonly registeredOn: string | null;
  readonly assignedOn: string | null;
  readonly startedOn: string | null;
  readonly submittedById: string | null;
  readonly submittedOn: string | null;
  /** Everybody who ever handed in the work on this hazard, in any round. */
  readonly rectifierIds: readonly string[];
  readonly acceptanceDueOn: string | null;
  readonly acceptedById: string | null;
  readonly closedOn: string | null;
  readonly voidedById: string | null;
  readonly voidedOn: string | null;
  /** How often it was sent back, over all rounds. */
  readonly sendBacks: number;
  /** How often it was reopened; a round begins with each. */
  readonly reopenings: number;
  /** Beside the stage of a major hazard. */
  readonly treatment: MajorTreatment | null;
};

export const openStages = ['reported', 'registered', 'assigned', 'rectifying', 'submitted'] as const satisfies readonly HazardStage[];

export function isOpen({ stage }: Pick<Hazard, 'stage'>): boolean {
  return stage !== 'closed' && stage !== 'void';
}

/** 整改人 is whoever is answerable for the work and whoever ever handed it in. */
export function rectified({ plan, rectifierIds }: Pick<Hazard, 'plan' | 'rectifierIds'>, personId: string): boolean {
  return plan.responsibleId === personId || rectifierIds.includes(personId);
}
