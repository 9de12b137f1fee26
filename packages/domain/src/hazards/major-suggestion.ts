import { refuse } from '../kernel/index.ts';
import { type Hazard, isOpen, type SuggestionStage } from './hazard.ts';
import { asMajor } from './lifecycle.ts';
import { isUndecided } from './objections.ts';
import type { HazardRefusal } from './refusals.ts';

/** A suggestion is answered within 24 hours. */
export const suggestionHours = 24;

/** What the system suggested and what named persons answered; both stay. The stage itself stands on the hazard. */
export type MajorSuggestion = {
  readonly criterionIds: readonly string[];
  readonly suggestedAt: Date;
  readonly answerDueAt: Date;
  readonly denialReason: string | null;
  readonly denialProposedById: string | null;
  readonly decidedById: string | null;
  readonly decidedOn: string | null;
};

const steps = {
  confirm: { from: ['open', 'denialProposed'] },
  proposeDenial: { from: ['open'] },
  /** The second signature under a denial. */
  countersign: { from: ['denialProposed'] },
} as const satisfies Record<string, { from: readonly SuggestionStage[] }>;

export type SuggestionStep = keyof typeof steps;
export const suggestionSteps = Object.keys(steps) as readonly SuggestionStep[];

export type SuggestionFacts = { readonly by: string; readonly on: string; readonly reason?: string };

export type Suggested = { readonly hazard: Hazard; readonly suggestion: MajorSuggestion };

/** The system suggests 重大 for an open hazard. Null when there is nothing to suggest: no criterion, already major, already asked. */
export function suggest(hazard: Hazard, criterionIds: readonly string[], at: Date, hours: number = suggestionHours): Suggested | null {
  if (objectionToSuggesting(hazard) !== null || criterionIds.length === 0) return null;
  return {
    hazard: { ...hazard, suggestion: 'open' },
    suggestion: {
      criterionIds,
      suggestedAt: at,
      answerDueAt: new Date(at.getTime() + hours * 3_600_000),
      denialReason: null,
      denialProposedById: null,
      decidedById: null,
      decidedOn: null,
    },
  };
}

/** Why 重大 may not be suggested: it is asked already, or it is answered. */
export function objectionToSuggesting(hazard: Hazard): HazardRefusal | null {
  if (isUndecided(hazard)) return 'hazards.suggestion_open';
  if (hazard.suggestion !== 'none' || hazard.level === 'major') return 'hazards.suggestion_decided';
  return isOpen(hazard) ? null : 'hazards.wrong_stage';
}

export function objectionToAnswer(
  { hazard, suggestion }: Suggested,
  step: SuggestionStep,
  { by, reason }: SuggestionFacts,
): HazardRefusal | null {
  const from: readonly SuggestionStage[] = steps[step].from;
  if (!isOpen(hazard)) return 'hazards.wrong_stage';
  if (!from.includes(hazard.suggestion)) return 'hazards.suggestion_decided';
  if (step === 'proposeDenial' && reason !== undefined && reason.trim() === '') return 'hazards.reason_missing';
  if (step === 'countersign' && by === suggestion.denialProposedById) return 'hazards.countersign_by_another';
  return null;
}

/** Refuses by `conflict`; a denial without reason is refused too. */
export function answerSuggestion(suggested: Suggested, step: SuggestionStep, facts: SuggestionFacts): Suggested {
  const known = { ...facts, reason: facts.reason ?? '' };
  const objected = objectionToAnswer(suggested, step, known);
  if (objected !== null) refuse('conflict', objected, { stage: suggested.hazard.suggestion, step });
  const { hazard, suggestion } = suggested;
  const { by, on } = facts;
  const decided = { ...suggestion, decidedById: by, decidedOn: on };
  if (step === 'confirm') return { hazard: { ...hazard, ...asMajor(hazard, { by, on }) }, suggestion: decided };
  if (step === 'countersign') return { hazard: { ...hazard, suggestion: 'denied' }, suggestion: decided };
  return {
    hazard: { ...hazard, suggestion: 'denialProposed' },
    suggestion: { ...suggestion, denialReason: known.reason, denialProposedById: by },
  };
}
