import type { Tx } from '@changming/database';
import {
  askVoid,
  askVoidInput,
  decideInput,
  decideVoid,
  endedByReopening,
  type Hazard,
  type Voiding,
  withdrawVoid,
} from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { endWork } from './assignments.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { actsForGroup } from './level-up.ts';
import { askedRow, decideRequest, noteRequest, requestIn, withdrawRequest } from './level-up-requests.ts';
import { hazardInScope } from './store.ts';

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
  return row === undefined ? null : { ...requestIn(row), id: row.id, kind: row.kind, duplicateOfId: row.duplicate_of_id };
}

/** Whether a request to void the hazard still waits for its decision. */
export async function voidAsked(tx: Tx, hazardId: string): Promise<boolean> {
  return (await lastVoiding(tx, hazardId))?.stage === 'asked';
}

/** Ends a request that was left open when the hazard was closed, and says so in its story. */
export async function endVoidingByReopening(work: Writing, hazard: Hazard): Promise<void> {
  const last = await lastVoiding(work.tx, hazard.id);
  const ended = last === null ? null : endedByReopening(last, { by: personOf(work), on: work.today });
  if (last === null || ended === null) return;
  await work.tx
    .updateTable('hazard_voidings')
    .set({ stage: ended.stage, decided_by_id: ended.decidedById, decided_on: ended.decidedOn })
    .where('id', '=', last.id)
    .execute();
  await recordEvent(work, { hazard, step: 'denyVoid' });
  await tell(work, hazard.id, 'denyVoid', last.id);
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
    const write = (requestId: string) =>
      work.tx
        .insertInto('hazard_voidings')
        .values({ ...askedRow(requestId, hazardId, asked), kind, duplicate_of_id: duplicateOfId })
        .execute();
    return noteRequest(work, stored, { step: 'askVoid', reason, facts: { kind }, write });
  },
});

/** 撤回作废申请: by whoever asked, while nobody has decided. */
export const withdrawVoidRequest = command({
  permission: 'hazards.plan',
  name: 'hazards.withdrawVoid',
  input: z.strictObject({ hazardId: id }),
  run: (work, { hazardId }) =>
    withdrawRequest<StoredVoiding>(work, hazardId, {
      step: 'withdrawVoid',
      table: 'hazard_voidings',
      last: lastVoiding,
      withdraw: ({ hazard, request }, who) => withdrawVoid({ hazard, voiding: request }, who),
    }),
});

/** 同意或不同意作废, one level up; a major hazard only by the group. */
export const decideOnVoid = command({
  permission: 'hazards.void',
  input: decideInput.safeExtend({ hazardId: id }),
  async run(work, verdict) {
    const taken = await decideRequest<StoredVoiding>(work, verdict, {
      permission: 'hazards.void',
      table: 'hazard_voidings',
      last: lastVoiding,
      decide({ hazard, request }, deciding) {
        const { voiding, ...decided } = decideVoid({ hazard, voiding: request }, { ...deciding, byGroup: actsForGroup(work) });
        return { ...decided, request: voiding };
      },
      said: (granted) => ({ step: granted ? 'void' : 'denyVoid', about: granted ? 'void' : 'denyVoid' }),
    });
    if (verdict.granted) await endWork(work, verdict.hazardId, 'hazards.rectify');
    return taken;
  },
});
