import type { IncidentInvestigationRow, Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { Selectable, Updateable } from 'kysely';

export type StoredInvestigation = Selectable<IncidentInvestigationRow>;

/** The investigation of a case that has one. */
export async function investigationOf(tx: Tx, incidentId: string): Promise<StoredInvestigation> {
  const row = await tx.selectFrom('incident_investigations').selectAll().where('incident_id', '=', incidentId).executeTakeFirst();
  return row ?? refuse('conflict', 'incidents.no_investigation');
}

type Version = { readonly id: string; readonly version: number };

/** Writes only if nobody else has since `version` was read. */
export async function saveInvestigation(
  tx: Tx,
  { id, version }: Version,
  set: Omit<Updateable<IncidentInvestigationRow>, 'version'>,
): Promise<void> {
  const saved = await tx
    .updateTable('incident_investigations')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'incidents.changed_meanwhile', { id });
}
