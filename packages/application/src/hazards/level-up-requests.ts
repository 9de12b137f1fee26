import type { Tx } from '@changming/database';
import type { Hazard, RequestStage } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';

import type { Permission, Writing } from '../context.ts';
import { personOf, recordEvent, tell } from './events.ts';
import { hazardInSight } from './in-sight.ts';
import { isOneLevelUp } from './level-up.ts';
import { hazardInScope, saveHazard, type StoredHazard } from './store.ts';
import { stepTaken } from './take-step.ts';

/** What every request beside a hazard has: 延期 and 作废 are asked for by one and decided one level up by another. */
export type RequestOfHazard = {
  readonly stage: RequestStage;
  readonly askedById: string;
  readonly askedOn: string;
  readonly reason: string;
  readonly decidedById: string | null;
  readonly decidedOn: string | null;
};

type Table = 'hazard_extensions' | 'hazard_voidings';
type Facts = Readonly<Record<string, string | number>>;

/** The columns that both tables share. */
export function requestIn(row: {
  readonly stage: RequestStage;
  readonly asked_by_id: string;
  readonly asked_on: string;
  readonly reason: string;
  readonly decided_by_id: string | null;
  readonly decided_on: string | null;
}): RequestOfHazard {
  return {
    stage: row.stage,
    askedById: row.asked_by_id,
    askedOn: row.asked_on,
    reason: row.reason,
    decidedById: row.decided_by_id,
    decidedOn: row.decided_on,
  };
}

/** The row of a request that is new. */
export function askedRow(requestId: string, hazardId: string, { stage, askedById, askedOn, reason }: RequestOfHazard) {
  return { id: requestId, hazard_id: hazardId, stage, asked_by_id: askedById, asked_on: askedOn, reason };
}

type Asked = {
  readonly step: 'askExtension' | 'askVoid';
  readonly reason: string;
  readonly facts: Facts;
  readonly write: (requestId: string) => Promise<unknown>;
};

/** Notes a request: saved unless the hazard was changed meanwhile, recorded, told to whoever decides. The hazard stays as it is. */
export async function noteRequest(work: Writing, stored: StoredHazard, { step, reason, facts, write }: Asked) {
  const { hazard } = stored;
  const requestId = work.newId();
  await saveHazard(work.tx, stored, hazard);
  await write(requestId);
  await recordEvent(work, { hazard, step, note: reason, facts });
  await tell(work, hazard.id, step, requestId);
  return stepTaken(work, stored, hazard);
}

type Withdrawal<Request> = {
  readonly step: 'withdrawExtension' | 'withdrawVoid';
  readonly table: Table;
  readonly last: (tx: Tx, hazardId: string) => Promise<Request | null>;
  readonly withdraw: (held: { hazard: Hazard; request: Request }, who: { by: string; on: string }) => RequestOfHazard;
};

/** Takes back the latest request of a hazard while nobody has decided; what waited for whoever decides is closed. The hazard stays as it is. */
export async function withdrawRequest<Request extends RequestOfHazard & { readonly id: string }>(
  work: Writing,
  hazardId: string,
  { step, table, last, withdraw }: Withdrawal<Request>,
) {
  const stored = await hazardInSight(work, hazardId);
  const held = (await last(work.tx, hazardId)) ?? refuse('conflict', 'hazards.request_not_found');
  const { hazard } = stored;
  const { stage, decidedById, decidedOn } = withdraw({ hazard, request: held }, { by: personOf(work), on: work.today });
  await saveHazard(work.tx, stored, hazard);
  await work.tx.updateTable(table).set({ stage, decided_by_id: decidedById, decided_on: decidedOn }).where('id', '=', held.id).execute();
  await recordEvent(work, { hazard, step, facts: { requestId: held.id, askedById: held.askedById } });
  await tell(work, hazardId, step, held.id);
  return stepTaken(work, stored, hazard);
}

export type Verdict = { readonly hazardId: string; readonly granted: boolean; readonly note?: string | undefined };
type Deciding = { readonly by: string; readonly on: string; readonly oneLevelUp: boolean; readonly granted: boolean };

/** How one kind of request is decided. */
export type Kind<Request extends RequestOfHazard & { readonly id: string }> = {
  readonly permission: Permission;
  readonly table: Table;
  readonly last: (tx: Tx, hazardId: string) => Promise<Request | null>;
  readonly decide: (held: { hazard: Hazard; request: Request }, deciding: Deciding) => { hazard: Hazard; request: RequestOfHazard };
  /** What is written into the story, and what those whom it concerns are told. */
  readonly said: (granted: boolean, request: Request) => { readonly step: string; readonly about: string; readonly facts?: Facts };
};

/** Decides the latest request of a hazard, over the parent of its unit: the request and the hazard with it. */
export async function decideRequest<Request extends RequestOfHazard & { readonly id: string }>(
  work: Writing,
  { hazardId, granted, note }: Verdict,
  { permission, table, last, decide, said }: Kind<Request>,
) {
  const stored = await hazardInScope(work.tx, work.scope, hazardId);
  const held = (await last(work.tx, hazardId)) ?? refuse('conflict', 'hazards.request_not_found');
  const oneLevelUp = await isOneLevelUp(work, permission, stored.hazard.unitId);
  const deciding = { by: personOf(work), on: work.today, oneLevelUp, granted };
  const { hazard, request } = decide({ hazard: stored.hazard, request: held }, deciding);
  await saveHazard(work.tx, stored, hazard);
  await work.tx
    .updateTable(table)
    .set({ stage: request.stage, decided_by_id: request.decidedById, decided_on: request.decidedOn, note: note ?? null })
    .where('id', '=', held.id)
    .execute();
  const { step, about, ...facts } = said(granted, held);
  await recordEvent(work, { hazard, step, note, ...facts });
  await tell(work, hazardId, about, held.id);
  return stepTaken(work, stored, hazard);
}
