import type { Tx } from '@changming/database';
import { askVoid, askVoidInput, decideInput, decideVoid, type Voiding } from '@changming/domain/hazards';
import { id, refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { endWork } from './assignments.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { actsForGroup, isOneLevelUp } from './level-up.ts';
import { hazardInScope, saveHazard } from './store.ts';
import { stepTaken } from './take-step.ts';

export type StoredVoiding = Voiding & { readonly id: string };

export async function lastVoiding(tx: Tx, hazardId: string): Promise<StoredVoiding | null> {
  const row = await tx
    .selectFrom('hazard_voidings')
    .selectAll()
    .where('hazard_id', '=', hazardId)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    stage: row.stage,
    kind: row.kind,
    reason: row.reason,
    duplicateOfId: row.duplicate_of_id,
    askedById: row.asked_by_id,
    askedOn: row.asked_on,
    decidedById: row.decided_by_id,
    decidedOn: row.decided_on,
  };
}

/** 申请作废: a false alarm, or a duplicate of another hazard within sight. */
export const askToVoid = command({
  permission: 'hazards.plan',
  name: 'hazards.askVoid',
  input: askVoidInput.safeExtend({ hazardId: id }),
  async run(work, { hazardId, kind, reason, duplicateOfId }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    if (duplicateOfId !== null) await hazardInScope(work.tx, work.scope, duplicateOfId);
    const { hazard } = stored;
    const last = await lastVoiding(work.tx, hazardId);
    const asked = askVoid({ hazard, last }, { by: personOf(work), on: work.today, kind, reason, duplicateOfId });
    const voidingId = work.newId();
    await saveHazard(work.tx, stored, hazard);
    const row = { hazard_id: hazardId, stage: asked.stage, kind, reason, duplicate_of_id: duplicateOfId };
    await work.tx
      .insertInto('hazard_voidings')
      .values({ id: voidingId, ...row, asked_by_id: asked.askedById, asked_on: asked.askedOn })
      .execute();
    await recordEvent(work, { hazard, step: 'askVoid', note: reason, facts: { kind } });
    await tell(work, hazardId, 'askVoid', voidingId);
    return stepTaken(work, stored, hazard);
  },
});

/** 同意或不同意作废, one level up; a major hazard only by the group. */
export const decideOnVoid = command({
  permission: 'hazards.void',
  input: decideInput.extend({ hazardId: id }),
  async run(work, { hazardId, granted, note }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const last = (await lastVoiding(work.tx, hazardId)) ?? refuse('conflict', 'hazards.request_not_found');
    const oneLevelUp = await isOneLevelUp(work, 'hazards.void', stored.hazard.unitId);
    const decision = { by: personOf(work), on: work.today, oneLevelUp, byGroup: actsForGroup(work), granted };
    const { hazard, voiding } = decideVoid({ hazard: stored.hazard, voiding: last }, decision);
    await saveHazard(work.tx, stored, hazard);
    await work.tx
      .updateTable('hazard_voidings')
      .set({ stage: voiding.stage, decided_by_id: voiding.decidedById, decided_on: voiding.decidedOn, note: note ?? null })
      .where('id', '=', last.id)
      .execute();
    if (granted) await endWork(work, hazardId, 'hazards.rectify');
    await recordEvent(work, { hazard, step: granted ? 'void' : 'denyVoid', note });
    await tell(work, hazardId, granted ? 'void' : 'denyVoid', last.id);
    return stepTaken(work, stored, hazard);
  },
});
