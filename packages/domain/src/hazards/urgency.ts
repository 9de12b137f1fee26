import { type Day, daysBetween } from '../kernel/index.ts';
import type { Hazard } from './hazard.ts';

export type UrgencyFacts = Pick<Hazard, 'stage' | 'level' | 'suggestion' | 'acceptanceDueOn'> & {
  readonly foundOn: Day;
  readonly dueOn: Day | null;
};

const epoch = '2000-01-01';
const lastDay = '9999-12-31';
/** More than the days of any deadline. */
export const lesserRisk = 10_000_000;

/**
 * Where a hazard stands in a queue, smallest first: what is 重大, or may be and waits for an answer, before all others; then the day that
 * counts for its stage, so that what is overdue comes first by itself.
 */
export function urgencyOf({ level, suggestion, ...hazard }: UrgencyFacts): number {
  const grave = level === 'major' || suggestion === 'open' || suggestion === 'denialProposed';
  return (grave ? 0 : lesserRisk) + daysBetween(epoch, countingDay(hazard));
}

/** Triage is owed from the day of finding, acceptance and rectification by their deadlines. */
function countingDay({ stage, acceptanceDueOn, foundOn, dueOn }: Omit<UrgencyFacts, 'level' | 'suggestion'>): Day {
  if (stage === 'reported' || stage === 'registered') return foundOn;
  return stage === 'submitted' ? (acceptanceDueOn ?? foundOn) : (dueOn ?? lastDay);
}
