import { degreesNow } from '@changming/domain/incidents';

import type { Writing } from '../context.ts';
import type { StoredIncident } from './store.ts';

type Corrected = { readonly before: string; readonly reason: string };

/**
 * Whoever was hurt by the event was hurt on its day, whichever that turns out to be: what held on the day it was taken for is said again of
 * the corrected one, so that 补报期 is counted rightly. What was said before stays.
 */
export async function restateDegrees(work: Writing, { id, occurred_on }: StoredIncident, { before, reason }: Corrected): Promise<void> {
  if (occurred_on === before) return;
  const { tx, now, newId, actor } = work;
  const said = await tx
    .selectFrom('incident_degrees')
    .select(['casualty_id as casualtyId', 'degree', 'on_day as onDay', 'lost_days', 'seq'])
    .where('incident_id', '=', id)
    .orderBy('seq')
    .execute();
  const [held, counts] = [degreesNow(said, before > occurred_on ? before : occurred_on), degreesNow(said)];
  const rows = [...held.values()]
    .filter(({ degree, casualtyId, seq }) => degree !== 'none' && (degree !== 'death' || counts.get(casualtyId)?.seq === seq))
    .map(({ casualtyId, degree, lost_days }) => ({
      id: newId(),
      incident_id: id,
      casualty_id: casualtyId,
      degree,
      on_day: occurred_on,
      lost_days,
      basis: reason.slice(0, 300),
      by_id: actor.personId,
      recorded_at: now,
    }));
  if (rows.length > 0) await tx.insertInto('incident_degrees').values(rows).execute();
}
