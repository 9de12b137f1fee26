import type { FourGate } from '@changming/domain/incidents';

import type { Writing } from '../context.ts';
import type { StoredIncident } from './store.ts';

/** The confirmation of a gate falls with the record that it stood on; it may be given anew once the records prove the gate again. */
export async function lapseGate({ tx, now }: Writing, { id, reopenings }: StoredIncident, gate: FourGate): Promise<void> {
  await tx
    .updateTable('incident_gates')
    .set({ lapsed_at: now })
    .where('incident_id', '=', id)
    .where('round', '=', reopenings)
    .where('gate', '=', gate)
    .where('lapsed_at', 'is', null)
    .execute();
}
