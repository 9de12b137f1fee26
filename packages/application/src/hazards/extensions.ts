import type { Tx } from '@changming/database';
import {
  askExtension,
  askExtensionInput,
  decideExtension,
  decideInput,
  type Extension,
  latestExtendedOn,
  withdrawExtension,
} from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { deadlineRules } from './deadline-rules.ts';
import { personOf } from './events.ts';
import { hazardInSight } from './in-sight.ts';
import { askedRow, decideRequest, noteRequest, requestIn, withdrawRequest } from './level-up-requests.ts';

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
  return row === undefined ? null : { ...requestIn(row), id: row.id, fromOn: row.from_on, toOn: row.to_on };
}

/** 申请延期: before the deadline, with a reason. */
export const askForExtension = command({
  permission: 'hazards.rectify',
  name: 'hazards.askExtension',
  input: askExtensionInput.extend({ hazardId: id }),
  assignedSubject: ({ hazardId }) => hazardId,
  async run(work, { hazardId, toOn, reason }) {
    const stored = await hazardInSight(work, hazardId);
    const { hazard } = stored;
    const { level, assignedOn } = hazard;
    const rules = await deadlineRules(work.tx, { unitId: hazard.unitId, on: work.today });
    const latestDueOn = level === null || assignedOn === null ? null : latestExtendedOn(level, assignedOn, rules);
    const last = await lastExtension(work.tx, hazardId);
    const asked = askExtension({ hazard, last }, { by: personOf(work), on: work.today, toOn, reason, latestDueOn });
    const { fromOn } = asked;
    const write = (requestId: string) =>
      work.tx
        .insertInto('hazard_extensions')
        .values({ ...askedRow(requestId, hazardId, asked), from_on: fromOn, to_on: toOn })
        .execute();
    return noteRequest(work, stored, { step: 'askExtension', reason, facts: { from: fromOn, to: toOn }, write });
  },
});

/** 撤回延期申请: by whoever asked, while nobody has decided. */
export const withdrawExtensionRequest = command({
  permission: 'hazards.rectify',
  name: 'hazards.withdrawExtension',
  input: z.strictObject({ hazardId: id }),
  assignedSubject: ({ hazardId }) => hazardId,
  run: (work, { hazardId }) =>
    withdrawRequest<StoredExtension>(work, hazardId, {
      step: 'withdrawExtension',
      table: 'hazard_extensions',
      last: lastExtension,
      withdraw: ({ hazard, request }, who) => withdrawExtension({ hazard, extension: request }, who),
    }),
});

/** 批准或不批准延期, one level up: over the parent of the hazard's unit. */
export const decideOnExtension = command({
  permission: 'hazards.decideExtension',
  input: decideInput.safeExtend({ hazardId: id }),
  run: (work, verdict) =>
    decideRequest<StoredExtension>(work, verdict, {
      permission: 'hazards.decideExtension',
      table: 'hazard_extensions',
      last: lastExtension,
      decide({ hazard, request }, deciding) {
        const { extension, ...decided } = decideExtension({ hazard, extension: request }, deciding);
        return { ...decided, request: extension };
      },
      said: (granted, { toOn }) => ({
        step: granted ? 'grantExtension' : 'denyExtension',
        about: 'decideExtension',
        facts: { to: toOn },
      }),
    }),
});
