import { type Tx, type ViolationRow, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { ViolationState } from '@changming/domain/training';
import type { UnitRange } from '@changming/domain/units';
import type { Selectable, Updateable } from 'kysely';

import { rulesFor } from '../../standards/index.ts';

export type StoredViolation = Selectable<ViolationRow>;

/** The violation, if it lies in the scope; outside of it it is missing, not forbidden. */
export async function violationInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredViolation> {
  return (await violationKnown(tx, scope, id)) ?? refuse('missing', 'training.violation_not_found', { id });
}

/** The same, or undefined. */
export async function violationKnown(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredViolation | undefined> {
  return tx
    .selectFrom('violations')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
}

type Version = { readonly violationId: string; readonly version: number };

export async function violationToChange(tx: Tx, scope: readonly UnitRange[], { violationId, version }: Version): Promise<StoredViolation> {
  const found = await violationInScope(tx, scope, violationId);
  if (found.version !== version) refuse('conflict', 'training.violation_changed_meanwhile');
  return found;
}

/** Writes only if nobody else has since it was read. */
export async function saveViolation(
  tx: Tx,
  { id, version }: StoredViolation,
  set: Omit<Updateable<ViolationRow>, 'version'>,
): Promise<void> {
  const saved = await tx
    .updateTable('violations')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.violation_changed_meanwhile');
}

/** Keeps what is said of one person's violations in turn: of two written down at once the second one sees that it is a repeat. */
export async function holdPerson(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('persons').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

export function stateOf({ handled_on, re_educated_on, re_educate_by, voided_at }: StoredViolation): ViolationState {
  return { handledOn: handled_on, reEducatedOn: re_educated_on, reEducateBy: re_educate_by, voided: voided_at !== null };
}

export type ViolationRules = {
  readonly reEducateDays: number;
  readonly retrainDays: number;
  readonly repeat: { readonly times: number; readonly months: number };
};

/** What binds a unit on a day; where no rule speaks, the product's own. */
export async function violationRules(tx: Tx, bound: { readonly unitId: string; readonly on: string }): Promise<ViolationRules> {
  const { number } = await rulesFor(tx, bound);
  return {
    reEducateDays: number('training.reEducateDays') ?? 15,
    retrainDays: number('training.retrainDays') ?? 15,
    repeat: { times: number('training.repeatViolations') ?? 2, months: number('training.repeatMonths') ?? 12 },
  };
}

export function toldViolation({ person_id, outsider_name, kind, what, found_on, handling, re_educated_on }: StoredViolation) {
  return { personId: person_id, outsider: outsider_name, kind, what, foundOn: found_on, handling, reEducatedOn: re_educated_on };
}
