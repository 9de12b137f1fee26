import type { Tx } from '@changming/database';
import { sql } from 'kysely';

export type PhotoReceipt = { readonly declared: number; readonly missing: string[]; readonly complete: boolean };

/** Whether the photo of `p` has arrived: the evidence of that hash, sent for that incident. */
const arrived = sql<boolean>`exists (
  select from evidence e where e.subject_id = p.incident_id and e.sha256 = p.sha256 and e.arrived_at is not null)`;

/** 回执: which declared photos have not arrived. The record is complete when none is missing. */
export async function photoReceipt(tx: Tx, incidentId: string): Promise<PhotoReceipt> {
  const rows = await tx
    .selectFrom('incident_photos as p')
    .select(['p.sha256', arrived.as('arrived')])
    .where('p.incident_id', '=', incidentId)
    .execute();
  const missing = rows.filter((row) => !row.arrived).map(({ sha256 }) => sha256);
  return { declared: rows.length, missing, complete: missing.length === 0 };
}

/** The photos that are there, with the evidence that holds each. */
export async function photosOf(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incident_photos as p')
    .innerJoin('evidence as e', (join) => join.onRef('e.subject_id', '=', 'p.incident_id').onRef('e.sha256', '=', 'p.sha256'))
    .select(['p.sha256', 'e.id as evidenceId'])
    .where('p.incident_id', '=', incidentId)
    .where('e.arrived_at', 'is not', null)
    .orderBy('p.at')
    .execute();
}
