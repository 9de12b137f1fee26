import { type HazardStage, isOpen } from '../../hazards/index.ts';
import type { KnownHazard, Progress } from './hazard-draft.ts';

type Known = Pick<KnownHazard, 'stage' | 'dueOn' | 'closedOn'>;

const order: Readonly<Record<HazardStage, number>> = {
  reported: 0,
  registered: 1,
  assigned: 2,
  rectifying: 3,
  submitted: 4,
  closed: 5,
  void: 5,
};

export type StageStep = 'forward' | 'same' | 'less' | 'back';

/**
 * How the stage of a later telling stands to the one that is known: `forward` where it is a later one; `less` where it is an earlier one, as
 * an older ledger tells it; `back` where it contradicts what is settled (a closed hazard that is void, or open with a deadline after that).
 */
export function stageStep(known: Known, told: Pick<Progress, 'stage' | 'dueOn'>): StageStep {
  const step = order[told.stage] - order[known.stage];
  if (step > 0) return 'forward';
  if (step < 0) return isReopened(known, told) ? 'back' : 'less';
  return told.stage === known.stage ? 'same' : 'back';
}

/** A ledger that calls a closed hazard open is older, unless it gives another deadline, after the closing. */
function isReopened({ closedOn, dueOn }: Known, told: Pick<Progress, 'stage' | 'dueOn'>): boolean {
  return closedOn !== null && isOpen(told) && told.dueOn !== null && told.dueOn !== dueOn && told.dueOn > closedOn;
}
