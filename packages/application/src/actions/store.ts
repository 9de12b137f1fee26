import { type ActionRow, type Tx, within } from '@changming/database';
import type { Action, ActionPhotoCounts } from '@changming/domain/actions';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, sql, type Updateable } from 'kysely';

import type { Writing } from '../context.ts';

export type StoredAction = { readonly action: Action; readonly row: Selectable<ActionRow> };

/** The action, if it lies in the scope; outside of it it is missing, not forbidden. */
export async function actionInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredAction> {
  const row = await tx
    .selectFrom('actions')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row === undefined ? refuse('missing', 'actions.not_found', { id }) : { action: toAction(row), row };
}

export function toAction(row: Selectable<ActionRow>): Action {
  return {
    kind: row.kind,
    state: row.state,
    ownerId: row.owner_id,
    verifierId: row.verifier_id,
    dueOn: row.due_on,
    extendedFromOn: row.extended_from_on,
    submittedOn: row.submitted_on,
    doerIds: row.doer_ids,
    returns: row.returns,
    verifiedById: row.verified_by_id,
    doneOn: row.done_on,
    cancelledById: row.cancelled_by_id,
    cancelledOn: row.cancelled_on,
    effectDueOn: row.effect_due_on,
    effect: row.effect,
  };
}

function toRow(action: Action) {
  return {
    state: action.state,
    owner_id: action.ownerId,
    verifier_id: action.verifierId,
    due_on: action.dueOn,
    extended_from_on: action.extendedFromOn,
    submitted_on: action.submittedOn,
    doer_ids: [...action.doerIds],
    returns: action.returns,
    verified_by_id: action.verifiedById,
    done_on: action.doneOn,
    cancelled_by_id: action.cancelledById,
    cancelled_on: action.cancelledOn,
    effect: action.effect,
  };
}

export type Beside = Pick<
  Updateable<ActionRow>,
  'submitted_at' | 'result' | 'opinion' | 'reason' | 'effect_on' | 'effect_by_id' | 'effect_note'
>;

/** Writes only if nobody else has since the action was read. */
export async function saveAction(tx: Tx, { row }: StoredAction, action: Action, beside: Beside = {}): Promise<void> {
  const saved = await tx
    .updateTable('actions')
    .set((eb) => ({ ...toRow(action), ...beside, version: eb('version', '+', 1) }))
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'actions.changed_meanwhile', { id: row.id });
}

/** What the trail tells of an action. */
export function told({ state, ownerId, verifierId, dueOn, returns, doneOn, effect }: Action) {
  return { state, ownerId, verifierId, dueOn, returns, doneOn, effect };
}

/** Whom the trade names: an account without a person takes no step. */
export function personOf({ actor }: Pick<Writing, 'actor'>): string {
  return actor.personId ?? refuse('forbidden', 'actions.no_person');
}

type Step = {
  readonly step: string;
  readonly note?: string | null | undefined;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** 如实记录: who did what, when. */
export async function noteStep({ tx, now, newId, actor }: Writing, actionId: string, { step, note, facts = {} }: Step): Promise<void> {
  await tx
    .insertInto('action_steps')
    .values({ id: newId(), action_id: actionId, step, by_id: actor.personId, at: now, note: note ?? null, facts: JSON.stringify(facts) })
    .execute();
}

/** Photos of the round that runs, and how many of these were announced and have not arrived. */
export async function photoCounts(tx: Tx, actionId: string, round: number): Promise<ActionPhotoCounts> {
  const arrived = sql<boolean>`exists (
    select from evidence e where e.subject_id = p.action_id and e.sha256 = p.sha256 and e.arrived_at is not null)`;
  return tx
    .selectFrom('action_photos as p')
    .select((eb) => [eb.fn.countAll<number>().as('declared'), eb.fn.countAll<number>().filterWhere(eb.not(arrived)).as('awaited')])
    .where('p.action_id', '=', actionId)
    .where('p.round', '=', round)
    .executeTakeFirstOrThrow();
}
