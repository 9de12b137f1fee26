import type { IncidentRefusal } from './refusals.ts';

export type HandlingFacts = {
  /** Who entered it; null where that is not known. */
  readonly enteredById: string | null;
  /** Whom it is about; null for somebody from outside. */
  readonly personId: string | null;
  readonly withdrawn: boolean;
};

type Who = {
  readonly by: string | null;
  /** Whether `by` oversees the unit: headquarters withdraws what nobody is known to have entered. */
  readonly oversees: boolean;
};

/** Why `by` may not withdraw a handling, or null: neither who entered it nor whom it is about takes it back. */
export function objectionToWithdrawal({ enteredById, personId, withdrawn }: HandlingFacts, { by, oversees }: Who): IncidentRefusal | null {
  if (withdrawn) return 'incidents.handling_withdrawn';
  if (by === null || by === enteredById || by === personId) return 'incidents.own_handling';
  return enteredById === null && !oversees ? 'incidents.own_handling' : null;
}
