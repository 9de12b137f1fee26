import type { HazardExtensionRow, Tx } from '@changming/database';
import { askExtension, askExtensionInput, decideExtension, decideInput, type Extension, latestExtendedOn } from '@changming/domain/hazards';
import { id, refuse } from '@changming/domain/kernel';
import type { Selectable } from 'kysely';

import { command } from '../context.ts';
import { deadlineRules } from './deadline-rules.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { isOneLevelUp } from './level-up.ts';
import { hazardInScope, saveHazard } from './store.ts';
import { stepTaken } from './take-step.ts';

export type StoredExtension = Extension & { readonly id: string };

/** The latest request of this hazard, if any. */
export async function lastExtension(tx: Tx, hazardId: string): Promise<StoredExtension | null> {
  const row = await tx
    .selectFrom('hazard_extensions')
    .selectAll()
    .where('hazard_id', '=', hazardId)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toExtension(row);
}

function toExtension(row: Selectable<HazardExtensionRow>): StoredExtension {
  return {
    id: row.id,
    stage: row.stage,
    askedById: row.asked_by_id,
    askedOn: row.asked_on,
    reason: row.reason,
    fromOn: row.from_on,
    toOn: row.to_on,
    decidedById: row.decided_by_id,
    decidedOn: row.decided_on,
  };
}

/** 申请延期: before the deadline, with a reason. */
export const askForExtension = command({
  permission: 'hazards.rectify',
  name: 'hazards.askExtension',
  input: askExtensionInput.extend({ hazardId: id }),
  assignedSubject: ({ hazardId }) => hazardId,
  async run(work, { hazardId, toOn, reason }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const { hazard } = stored;
    const last = await lastExtension(work.tx, hazardId);
    const { level, assignedOn } = hazard;
    const rules = await deadlineRules(work.tx, { unitId: hazard.unitId, on: work.today });
    const latestDueOn = level === null || assignedOn === null ? null : latestExtendedOn(level, assignedOn, rules);
    const asked = askExtension({ hazard, last }, { by: personOf(work), on: work.today, toOn, reason, latestDueOn });
    const extensionId = work.newId();
    await saveHazard(work.tx, stored, hazard);
    await work.tx
      .insertInto('hazard_extensions')
      .values({
        id: extensionId,
        hazard_id: hazardId,
        stage: asked.stage,
        asked_by_id: asked.askedById,
        asked_on: asked.askedOn,
        reason,
        from_on: asked.fromOn,
        to_on: toOn,
      })
      .execute();
    await recordEvent(work, { hazard, step: 'askExtension', note: reason, facts: { from: asked.fromOn, to: toOn } });
    await tell(work, hazardId, 'askExtension', extensionId);
    return stepTaken(work, stored, hazard);
  },
});

/** 批准或不批准延期, one level up: over the parent of the hazard's unit. */
export const decideOnExtension = command({
  permission: 'hazards.decideExtension',
  input: decideInput.extend({ hazardId: id }),
  async run(work, { hazardId, granted, note }) {
    const stored = await hazardInScope(work.tx, work.scope, hazardId);
    const last = (await lastExtension(work.tx, hazardId)) ?? refuse('conflict', 'hazards.request_not_found');
    const oneLevelUp = await isOneLevelUp(work, 'hazards.decideExtension', stored.hazard.unitId);
    const decision = { by: personOf(work), on: work.today, oneLevelUp, granted };
    const { hazard, extension } = decideExtension({ hazard: stored.hazard, extension: last }, decision);
    await saveHazard(work.tx, stored, hazard);
    await work.tx
      .updateTable('hazard_extensions')
      .set({ stage: extension.stage, decided_by_id: extension.decidedById, decided_on: extension.decidedOn, note: note ?? null })
      .where('id', '=', last.id)
      .execute();
    await recordEvent(work, { hazard, step: granted ? 'grantExtension' : 'denyExtension', note, facts: { to: extension.toOn } });
    await tell(work, hazardId, 'decideExtension', last.id);
    return stepTaken(work, stored, hazard);
  },
});
