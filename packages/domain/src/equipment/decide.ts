import { type Day, refuse } from '../kernel/index.ts';
import type { EquipmentRefusal } from './refusals.ts';
import { type FireCondition, spotItems } from './fire-kinds.ts';
import type { SpotAnswers } from './inputs.ts';
import type { InspectionResult, SpecialState } from './special-kinds.ts';

/** Why a state may not follow, or null: what is scrapped stays scrapped, and days run forward. */
export function objectionToState(
  now: { readonly state: SpecialState; readonly since: Day },
  next: { readonly to: SpecialState; readonly on: Day },
  today: Day,
): EquipmentRefusal | null {
  if (now.state === 'scrapped') return 'equipment.scrapped';
  if (next.to === now.state) return 'equipment.same_state';
  if (next.on > today) return 'equipment.day_in_future';
  return next.on < now.since ? 'equipment.state_before_last' : null;
}

type Told = { readonly on: Day; readonly result: InspectionResult; readonly nextDueOn: Day | null };

/** An inspection lies in the past, and only one that passed tells when the next is due, later than itself. */
export function refuseImpossibleInspection({ on, result, nextDueOn }: Told, today: Day): void {
  if (on > today) refuse('invalid', 'equipment.day_in_future' satisfies EquipmentRefusal);
  if (nextDueOn !== null && nextDueOn <= on) refuse('invalid', 'equipment.due_before_inspection' satisfies EquipmentRefusal, { on });
  if (result === 'passed' && nextDueOn === null) refuse('invalid', 'equipment.not_passed' satisfies EquipmentRefusal);
}

/** A look-over begins with every item unset: one that was left open is no look-over. */
export function openItems(items: SpotAnswers): string[] {
  return spotItems.filter((item) => items[item] === undefined);
}

/** Whether something is wrong with a piece that is said to be intact. */
export function contradicts(items: SpotAnswers, condition: FireCondition): boolean {
  return condition === 'intact' && Object.values(items).includes('wrong');
}
