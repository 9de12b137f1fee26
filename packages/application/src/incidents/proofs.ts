import type { Tx } from '@changming/database';
import type { FourGate, Proofs } from '@changming/domain/incidents';

import { actionsLeft } from '../actions/index.ts';
import { trainingHeldAbout } from '../training/index.ts';
import type { StoredIncident } from './store.ts';

/** The records that prove the four gates of a case, as they are now. */
export async function proofsOf(tx: Tx, incidentId: string): Promise<Proofs> {
  const investigation = await tx.selectFrom('incident_investigations').selectAll().where('incident_id', '=', incidentId).executeTakeFirst();
  const handlings = await standingHandlings(tx, incidentId);
  const { done, open } = await actionsLeft(tx, incidentId);
  return {
    investigation:
      investigation === undefined
        ? null
        : {
            approved: investigation.approved_at !== null,
            directCause: investigation.direct_cause,
            indirectCauses: investigation.indirect_causes,
            nobodyToHandle: investigation.nobody_to_handle,
          },
    handlings: handlings.map(({ executed_on }) => ({ executed: executed_on !== null })),
    measures: { done, open },
    educated: await educated(tx, incidentId),
  };
}

/** A decision that was withdrawn proves nothing. */
function standingHandlings(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incident_handlings as h')
    .leftJoin('incident_handling_withdrawals as w', 'w.handling_id', 'h.id')
    .select('h.executed_on')
    .where('h.incident_id', '=', incidentId)
    .where('w.handling_id', 'is', null)
    .execute();
}

/** Whoever attended a training about the case, and whoever was briefed on it. */
async function educated(tx: Tx, incidentId: string): Promise<number> {
  const held = await trainingHeldAbout(tx, incidentId);
  const briefings = await tx.selectFrom('incident_briefings').select('people').where('incident_id', '=', incidentId).execute();
  const attended = held.filter(({ state }) => state === 'closed').map((session) => session.attended);
  return [...attended, ...briefings.map(({ people }) => people)].reduce((sum, people) => sum + people, 0);
}

/** The gates that were confirmed since the case was last taken up, but for those whose proof was withdrawn. */
export async function confirmedGates(tx: Tx, { id, reopenings }: Pick<StoredIncident, 'id' | 'reopenings'>): Promise<FourGate[]> {
  const rows = await tx
    .selectFrom('incident_gates')
    .select('gate')
    .where('incident_id', '=', id)
    .where('round', '=', reopenings)
    .where('lapsed_at', 'is', null)
    .execute();
  return rows.map(({ gate }) => gate);
}
