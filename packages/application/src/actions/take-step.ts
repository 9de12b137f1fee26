import { type ActionStep, type ActionStepFacts, advanceAction } from '@changming/domain/actions';

import type { Writing } from '../context.ts';
import { type Beside, noteStep, personOf, saveAction, type StoredAction, told } from './store.ts';
import { tellOf } from './tell.ts';

type Along = { readonly beside?: Beside; readonly note?: string | undefined; readonly facts?: Readonly<Record<string, string | number>> };

/** One step of an action: decided by the domain, saved unless changed meanwhile, noted, told to whom it concerns. */
export async function takeStep<Step extends ActionStep>(
  work: Writing,
  stored: StoredAction,
  [step, facts]: readonly [Step, ActionStepFacts[Step]],
  { beside, ...noted }: Along = {},
) {
  const { row } = stored;
  const after = advanceAction(stored.action, step, { by: personOf(work), on: work.today, ...facts });
  await saveAction(work.tx, stored, after, beside);
  await noteStep(work, row.id, { step, ...noted });
  await tellOf(work, { actionId: row.id, about: step, once: row.version });
  const changed = { subjectId: row.id, unitId: row.unit_id, before: told(stored.action), after: told(after) };
  return { after, changed, answer: { id: row.id, state: after.state } };
}
