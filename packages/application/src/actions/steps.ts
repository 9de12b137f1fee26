import {
  assessEffectInput,
  cancelActionInput,
  reassignActionInput,
  replaceVerifierInput,
  sendBackActionInput,
  submitActionInput,
  verifyActionInput,
} from '@changming/domain/actions';
import { id } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { assignBoth, endAssignments } from './assignments.ts';
import { workingPerson } from './open-action.ts';
import { actionInScope, personOf, photoCounts, type StoredAction } from './store.ts';
import { takeStep } from './take-step.ts';

const one = { actionId: id };

/** 提交完成情况: the photos are declared with it and may arrive later. */
export const submitAction = command({
  permission: 'actions.submit',
  input: submitActionInput.extend(one),
  assignedSubject: ({ actionId }) => actionId,
  async run(work, { actionId, result, photos }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    await declarePhotos(work, stored, photos);
    const facts = { photos: await photoCounts(work.tx, actionId, stored.action.returns) };
    const beside = { result, submitted_at: work.now };
    const { changed, answer } = await takeStep(work, stored, ['submit', facts], { beside, note: result });
    return work.trail(changed, { ...answer, unitId: stored.row.unit_id, awaited: facts.photos.awaited });
  },
});

async function declarePhotos({ tx, now, actor }: Writing, { row }: StoredAction, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  const rows = hashes.map((sha256, at) => ({
    action_id: row.id,
    round: row.returns,
    sha256,
    at,
    declared_by_id: actor.personId,
    declared_at: now,
  }));
  await tx
    .insertInto('action_photos')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['action_id', 'round', 'sha256']).doNothing())
    .execute();
}

/** 退回 with what is missing. */
export const sendBackAction = command({
  permission: 'actions.verify',
  name: 'actions.sendBack',
  input: sendBackActionInput.extend(one),
  assignedSubject: ({ actionId }) => actionId,
  async run(work, { actionId, reason }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    const { changed, answer } = await takeStep(work, stored, ['sendBack', { reason }], { note: reason });
    return work.trail(changed, answer);
  },
});

/** 验证: with it the action is done. */
export const verifyAction = command({
  permission: 'actions.verify',
  input: verifyActionInput.extend(one),
  assignedSubject: ({ actionId }) => actionId,
  async run(work, { actionId, opinion }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    const facts = { photos: await photoCounts(work.tx, actionId, stored.action.returns) };
    const { changed, answer } = await takeStep(work, stored, ['verify', facts], { beside: { opinion: opinion ?? null }, note: opinion });
    await endAssignments(work, actionId);
    return work.trail(changed, answer);
  },
});

/** 取消 with a reason: the record that asked for it owes it no more. */
export const cancelAction = command({
  permission: 'actions.cancel',
  input: cancelActionInput.extend(one),
  async run(work, { actionId, reason }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    const { changed, answer } = await takeStep(work, stored, ['cancel', { reason }], { beside: { reason }, note: reason });
    await endAssignments(work, actionId);
    return work.trail(changed, answer);
  },
});

/** 移交 to another doer or verifier; the deadline and the place stay. */
export const reassignAction = command({
  permission: 'actions.assign',
  name: 'actions.reassign',
  input: reassignActionInput.extend(one),
  async run(work, { actionId, ownerId, verifierId, reason }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    if (ownerId !== stored.action.ownerId) await workingPerson(work, ownerId);
    if (verifierId !== null && verifierId !== stored.action.verifierId) await workingPerson(work, verifierId);
    const { changed, answer } = await takeStep(work, stored, ['reassign', { ownerId, verifierId }], { note: reason });
    await assignBoth(work, { id: actionId, unitId: stored.row.unit_id, ownerId, verifierId, dueOn: stored.action.dueOn });
    return work.trail(changed, answer);
  },
});

/** 改派验证人 of what waits to be verified: whoever answers for the unit names another, or leaves it to whoever may. */
export const replaceVerifier = command({
  permission: 'actions.replaceVerifier',
  input: replaceVerifierInput.extend(one),
  async run(work, { actionId, verifierId, reason }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    if (verifierId !== null) await workingPerson(work, verifierId);
    const { changed, answer } = await takeStep(work, stored, ['replaceVerifier', { verifierId }], { note: reason });
    const { ownerId, dueOn } = stored.action;
    await assignBoth(work, { id: actionId, unitId: stored.row.unit_id, ownerId, verifierId, dueOn });
    return work.trail(changed, answer);
  },
});

/** 效果评估: whether what was done has helped. */
export const assessEffect = command({
  permission: 'actions.verify',
  name: 'actions.assessEffect',
  input: assessEffectInput.extend(one),
  async run(work, { actionId, effect, note }) {
    const stored = await actionInScope(work.tx, work.scope, actionId);
    const beside = { effect_on: work.today, effect_by_id: personOf(work), effect_note: note };
    const { changed, answer } = await takeStep(work, stored, ['assessEffect', { effect }], { beside, note, facts: { effect } });
    return work.trail(changed, answer);
  },
});
