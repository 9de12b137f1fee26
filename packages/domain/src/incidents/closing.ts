import { type GateStanding, objectionsToClosing } from './gates.ts';
import type { EventClass, Responsibility } from './kinds.ts';
import type { IncidentRefusal } from './refusals.ts';
import type { IncidentRules } from './rules.ts';

export type ClosingFacts = {
  readonly standings: readonly GateStanding[];
  /** The facts have come to suggest another grade than the one decided. */
  readonly gradeOutdated: boolean;
  readonly eventClass: EventClass;
  readonly responsibility: Responsibility;
};

type Rules = Pick<IncidentRules, 'nearMissResponsibility'>;

/** Whether 责任认定 is still awaited. Nobody was hurt by a near miss, so it waits for that only where the house says so. */
export function awaitsResponsibility(
  { eventClass, responsibility }: Pick<ClosingFacts, 'eventClass' | 'responsibility'>,
  rules: Rules,
): boolean {
  return responsibility === 'pending' && (eventClass !== 'nearMiss' || rules.nearMissResponsibility);
}

/** What stands first between a case and its closing, or null. */
export function objectionToClosing(facts: ClosingFacts, rules: Rules): IncidentRefusal | null {
  const [gate] = objectionsToClosing(facts.standings);
  if (gate !== undefined) return gate.code;
  if (facts.gradeOutdated) return 'incidents.grade_outdated';
  return awaitsResponsibility(facts, rules) ? 'incidents.responsibility_pending' : null;
}
