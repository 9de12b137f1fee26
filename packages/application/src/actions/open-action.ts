import { within } from '@changming/database';
import type { ActionKind, ActionOrigin } from '@changming/domain/actions';
import { assignActionInput } from '@changming/domain/actions';
import { refuse } from '@changming/domain/kernel';

import { type Changed, command, type Writing } from '../context.ts';
import { refuseUnpermitted } from '../permitted.ts';
import { unitInScope } from '../units/index.ts';
import { assignBoth } from './assignments.ts';
import { noteStep } from './store.ts';
import { tellOf } from './tell.ts';

export type NewAction = {
  /** The same id again is the same action. */
  readonly id?: string | undefined;
  /** The unit of the record that asks for it. */
  readonly unitId: string;
  readonly origin: ActionOrigin;
  readonly subjectId: string | null;
  readonly kind: ActionKind;
  readonly title: string;
  readonly detail?: string | null | undefined;
  readonly ownerId: string;
  /** Whoever may verify when there is none; never the doer. */
  readonly verifierId?: string | null | undefined;
  readonly dueOn: string;
  /** 效果评估 owed on that day. */
  readonly effectDueOn?: string | null | undefined;
};

export type OpenedAction = { readonly id: string; readonly changed: readonly Changed[] };

/**
 * Opens an action in the transaction of the caller, for `work.trail(changed, …)`. The unit, the doer and the verifier lie in the scope; it
 * stands where the doer works if that lies below `unitId`. Refuses by `missing` for strangers, by `invalid` for a deadline that is past and
 * for a verifier who is the doer.
 */
export async function openAction(work: Writing, given: NewAction): Promise<OpenedAction> {
  const { tx, scope, today } = work;
  const { ownerId, verifierId = null, dueOn } = given;
  const unit = await unitInScope(tx, scope, given.unitId);
  refuseImpossible(given, today);
  const owner = await workingPerson(work, ownerId);
  if (verifierId !== null) await workingPerson(work, verifierId);
  const below = owner.unit_pos >= unit.lo && owner.unit_pos <= unit.hi;
  const unitId = below ? owner.unit_id : unit.id;
  const id = given.id ?? work.newId();
  if (!(await inserted(work, { ...given, id, unitId }))) {
    await refuseTaken(work, { ...given, id });
    return { id, changed: [] };
  }
  await assignBoth(work, { id, unitId, ownerId, verifierId, dueOn });
  await noteStep(work, id, { step: 'open', facts: { due: dueOn } });
  await tellOf(work, { actionId: id, about: 'assigned', once: 'open' });
  const { origin, subjectId, kind, title } = given;
  return { id, changed: [{ subjectId: id, unitId, before: null, after: { origin, subjectId, kind, title, ownerId, verifierId, dueOn } }] };
}

/** The same id again is the same action of the same record; one that stands for anything else is taken. */
async function refuseTaken({ tx }: Writing, { id, origin, subjectId, title }: NewAction & { readonly id: string }): Promise<void> {
  const same = await tx
    .selectFrom('actions')
    .select('id')
    .where('id', '=', id)
    .where('origin', '=', origin)
    .where('subject_id', 'is not distinct from', subjectId)
    .where('title', '=', title)
    .executeTakeFirst();
  if (same === undefined) refuse('conflict', 'actions.id_taken');
}

function refuseImpossible({ ownerId, verifierId, dueOn, effectDueOn }: NewAction, today: string): void {
  if (dueOn < today || (effectDueOn ?? dueOn) < dueOn) refuse('invalid', 'actions.deadline_past', { dueOn });
  if (ownerId === verifierId) refuse('invalid', 'actions.self_verification');
}

async function inserted({ tx, today, actor }: Writing, given: NewAction & { readonly id: string }): Promise<boolean> {
  const { id, unitId, origin, subjectId, kind, title, detail, ownerId, verifierId, dueOn, effectDueOn } = given;
  const written = await tx
    .insertInto('actions')
    .values({
      id,
      unit_id: unitId,
      origin,
      subject_id: subjectId,
      kind,
      title,
      detail: detail ?? null,
      owner_id: ownerId,
      verifier_id: verifierId ?? null,
      due_on: dueOn,
      opened_by_id: actor.personId,
      opened_on: today,
      effect_due_on: effectDueOn ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** A person who works here today and lies in the scope. */
export async function workingPerson({ tx, scope }: Pick<Writing, 'tx' | 'scope'>, personId: string) {
  const found = await tx
    .selectFrom('persons')
    .select(['id', 'unit_id', 'unit_pos'])
    .where('id', '=', personId)
    .where('left_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return found ?? refuse('missing', 'actions.person_not_found');
}

/** 下达整改措施 that no record asked for. */
export const assignAction = command({
  permission: 'actions.assign',
  input: assignActionInput,
  async run(work, given) {
    const { lo } = await unitInScope(work.tx, work.scope, given.unitId);
    if (!work.may('actions.assign', lo)) refuseUnpermitted('actions.assign');
    const { id, changed } = await openAction(work, { ...given, origin: 'actions', subjectId: null });
    return work.trail(changed, { id });
  },
});
