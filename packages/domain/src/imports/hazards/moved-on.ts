import type { HazardStage } from '../../hazards/index.ts';
import type { KnownHazard, Progress } from './hazard-draft.ts';

type Known = Pick<KnownHazard, 'stage' | 'dueOn' | 'doneOn' | 'closedOn'>;

const order: Readonly<Record<HazardStage, number>> = {
  reported: 0,
  registered: 1,
  assigned: 2,
  rectifying: 3,
  submitted: 4,
  closed: 5,
  void: 5,
};

/**
 * How a later telling stands to what is known: `forward` where it tells of a later stage or of days not known before; `none` where it
 * tells nothing new, as an older ledger does; `back` where it contradicts what is settled (a closed hazard that is void, another day).
 */
export function advanceOver(known: Known, told: Progress): 'forward' | 'back' | 'none' {
  const step = order[told.stage] - order[known.stage];
  if (step > 0) return 'forward';
  if (step < 0) return isReopened(known, told) ? 'back' : 'none';
  if (told.stage !== known.stage) return 'back';
  return tellsMore(known, told) ? 'forward' : 'none';
}

/** A ledger that calls a closed hazard open is older, unless it gives another deadline, after the closing. */
function isReopened({ closedOn, dueOn }: Known, told: Progress): boolean {
  return closedOn !== null && told.stage !== 'closed' && told.dueOn !== null && told.dueOn !== dueOn && told.dueOn > closedOn;
}

/** A day of work that was open and is told now, or a deadline that has moved: 延期. */
function tellsMore(known: Known, told: Progress): boolean {
  const isLater = told.dueOn !== null && (known.dueOn === null || told.dueOn > known.dueOn);
  return (isLater && told.stage !== 'closed' && told.stage !== 'void') || (known.doneOn === null && told.doneOn !== null);
}
