import type { Tx } from '@changming/database';
import type { OccurrenceState, Timing } from '@changming/domain/inspections';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';

/** 回执: the words have arrived; which photos are still awaited, and of which record each is to be sent as evidence. */
export type CheckReceipt = {
  readonly id: string;
  readonly occurrenceId: string;
  readonly state: OccurrenceState;
  readonly timing: Timing;
  readonly clockSuspect: boolean;
  readonly failed: number;
  readonly hazards: { readonly item: string; readonly hazardId: string; readonly number: string }[];
  readonly photos: {
    readonly declared: number;
    readonly missing: { readonly sha256: string; readonly subjectId: string }[];
    readonly complete: boolean;
  };
};

/** The receipt of the caller's own check; null when the id has not been used. An id that somebody else has used is refused. */
export async function ownReceipt(work: Writing, id: string): Promise<CheckReceipt | null> {
  const found = await work.tx
    .selectFrom('inspection_results as r')
    .innerJoin('inspection_occurrences as o', (join) => join.onRef('o.id', '=', 'r.occurrence_id').onRef('o.on_day', '=', 'r.on_day'))
    .select(['r.id', 'r.by_id as byId', 'o.id as occurrenceId', 'o.state', 'r.timing', 'r.clock_suspect as clockSuspect', 'r.failed'])
    .where('r.id', '=', id)
    .executeTakeFirst();
  if (found === undefined) return null;
  const { byId, ...receipt } = found;
  if (byId !== work.actor.personId) refuse('conflict', 'inspections.id_taken');
  return { ...receipt, hazards: await hazardsOf(work.tx, id), photos: await photosOf(work.tx, id) };
}

/** The same for a check that was written just now. */
export async function receiptOf(work: Writing, id: string): Promise<CheckReceipt> {
  const receipt = await ownReceipt(work, id);
  if (receipt === null) throw new Error(`the check ${id} was not written`);
  return receipt;
}

async function hazardsOf(tx: Tx, resultId: string) {
  return tx
    .selectFrom('inspection_failures as f')
    .innerJoin('hazards as h', 'h.id', 'f.hazard_id')
    .select(['f.item', 'h.id as hazardId', 'h.number'])
    .where('f.result_id', '=', resultId)
    .orderBy('f.item')
    .execute();
}

/** Whether the photo of `p` has arrived: the evidence of that hash, sent for that record. */
export const photoArrived = sql<boolean>`exists (
  select from evidence e where e.subject_id = p.subject_id and e.sha256 = p.sha256 and e.arrived_at is not null)`;

async function photosOf(tx: Tx, resultId: string): Promise<CheckReceipt['photos']> {
  const rows = await tx
    .selectFrom('inspection_photos as p')
    .select(['p.sha256', 'p.subject_id as subjectId', photoArrived.as('arrived')])
    .distinct()
    .where('p.result_id', '=', resultId)
    .execute();
  const missing = rows.filter(({ arrived }) => !arrived).map(({ sha256, subjectId }) => ({ sha256, subjectId }));
  return { declared: rows.length, missing, complete: missing.length === 0 };
}
