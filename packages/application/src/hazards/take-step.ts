import { advance, type Hazard, type HazardStep, type StepFacts } from '@changming/domain/hazards';

import type { Writing } from '../context.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { type Beside, saveHazard, type StoredHazard, told } from './store.ts';

type Along = {
  readonly beside?: Beside;
  readonly note?: string | undefined;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** What those whom it concerns are told; the step itself when left out. */
  readonly about?: string;
};

/** Takes one step of the lifecycle: decided by the domain, saved unless changed meanwhile, recorded, told. */
export async function takeStep<Step extends HazardStep>(
  work: Writing,
  stored: StoredHazard,
  [step, facts]: readonly [Step, StepFacts[Step]],
  { beside, about = step, ...event }: Along = {},
): Promise<Hazard> {
  const after = advance(stored.hazard, step, { by: personOf(work), on: work.today, ...facts });
  await saveHazard(work.tx, stored, after, beside);
  await recordEvent(work, { hazard: stored.hazard, step, ...event });
  await tell(work, after.id, about, stored.row.version);
  return after;
}

/** The trail's row and the short answer of a step. */
export function stepTaken({ trail }: Writing, { hazard: before }: StoredHazard, after: Hazard) {
  const changed = { subjectId: after.id, unitId: after.unitId, before: told(before), after: told(after) };
  return trail(changed, { id: after.id, stage: after.stage });
}
