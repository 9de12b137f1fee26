import type { ActionExtensionRow, Tx } from '@changming/database';
import { type ActionExtension, askMoreTime, askMoreTimeInput, decideMoreTime, decideMoreTimeInput } from '@changming/domain/actions';
import { id, refuse } from '@changming/domain/kernel';
import { rootRange } from '@changming/domain/units';
import type { Selectable } from 'kysely';

import { command, type Reading } from '../context.ts';
import { assignBoth } from './assignments.ts';
import { actionInScope, noteStep, personOf, saveAction, told } from './store.ts';
import { tellOf } from './tell.ts';

export type StoredExtension = ActionExtension & { readonly row: Selectable<ActionExtensionRow> };

/** The latest request for more time, if any. */
export async function lastExtension(tx: Tx, actionId: string): Promise<StoredExtension | null> {
  const row = await tx
    .selectFrom('action_extensions')
    .selectAll()
    .where('action_id', '=', actionId)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { fromOn: row.from_on, toOn: row.to_on, askedById: row.asked_by_id, granted: row.granted, row };
}

/** 申请延期: by the doer, before the deadline, with a reason. */
export const askForMoreTime = command({
  permission: 'actions.submit',
  name: 'actions.askMoreTime',
  input: askMoreTimeInput.extend({ actionId: id }),
  assignedSubject: ({ actionId }) => actionId,
  async run(work, { actionId, toOn, reason }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    const by = personOf(work);
    const asked = askMoreTime({ action: stored.action, last: await lastExtension(work.tx, actionId) }, { by, on: work.today, toOn });
    const requestId = work.newId();
    await saveAction(work.tx, stored, stored.action);
    await work.tx
      .insertInto('action_extensions')
      .values({ id: requestId, action_id: actionId, from_on: asked.fromOn, to_on: toOn, reason, asked_by_id: by, asked_on: work.today })
      .execute();
    await noteStep(work, actionId, { step: 'askMoreTime', note: reason, facts: { from: asked.fromOn, to: toOn } });
    await tellOf(work, { actionId, about: 'askMoreTime', once: requestId });
    const after = { extension: 'asked', from: asked.fromOn, to: toOn, reason };
    return work.trail(
      { subjectId: actionId, unitId: stored.row.unit_id, before: null, after },
      { id: actionId, state: stored.action.state },
    );
  },
});

/** 审批延期, one level up: over the parent of the action's unit. */
export const decideOnMoreTime = command({
  permission: 'actions.decideExtension',
  input: decideMoreTimeInput.extend({ actionId: id }),
  async run(work, { actionId, granted, note }) {
    const { tx, today, trail } = work;
    const stored = await actionInScope(tx, work.scope, actionId);
    const last = (await lastExtension(tx, actionId)) ?? refuse('conflict', 'actions.extension_not_found');
    const by = personOf(work);
    const after = decideMoreTime({ action: stored.action, last }, { by, granted, oneLevelUp: await decidesFor(work, stored.row.unit_id) });
    await saveAction(tx, stored, after);
    await tx
      .updateTable('action_extensions')
      .set({ granted, decided_by_id: by, decided_on: today, note: note ?? null })
      .where('id', '=', last.row.id)
      .execute();
    await noteStep(work, actionId, { step: granted ? 'grantMoreTime' : 'denyMoreTime', note: note ?? null, facts: { to: last.toOn } });
    if (granted) await assignBoth(work, { id: actionId, unitId: stored.row.unit_id, ...after });
    await tellOf(work, { actionId, about: granted ? 'grantMoreTime' : 'denyMoreTime', once: last.row.id });
    const changed = { subjectId: actionId, unitId: stored.row.unit_id, before: told(stored.action), after: told(after) };
    return trail(changed, { id: actionId, state: after.state });
  },
});

/** 上一级 is the parent of the action's unit; above the group's own stands the group itself. */
export async function decidesFor({ tx, may }: Pick<Reading, 'tx' | 'may'>, unitId: string): Promise<boolean> {
  const parent = await tx
    .selectFrom('units as u')
    .innerJoin('units as above', 'above.id', 'u.parent_id')
    .select('above.lo')
    .where('u.id', '=', unitId)
    .executeTakeFirst();
  return may('actions.decideExtension', parent?.lo ?? rootRange.lo);
}
