import type { Tx } from '@changming/database';
import {
  type Counts,
  countsOf,
  dangerReasons,
  type DegreeFact,
  degreesNow,
  type Grade,
  type IncidentRules,
  suggestGrade,
  supplementUntil,
  totalLoss,
} from '@changming/domain/incidents';

import type { StoredIncident } from './store.ts';

/** What the records of an incident come to. */
export type Reckoned = {
  readonly degrees: readonly DegreeFact[];
  readonly counts: Counts;
  /** As it was at the end of 补报期: what the grade stands on. */
  readonly inWindow: Counts;
  readonly firstAid: number;
  readonly lossFen: number;
  readonly supplementUntil: string;
  readonly suggested: Grade;
  readonly provisional: boolean;
  readonly dangerous: boolean;
};

export async function reckon(tx: Tx, row: StoredIncident, rules: IncidentRules): Promise<Reckoned> {
  const [degrees, lossFen] = [await degreesOf(tx, row.id), await lossOf(tx, row.id)];
  const until = supplementUntil({ occurredOn: row.occurred_on, fire: row.fire, roadTraffic: row.road_traffic }, rules);
  const [counts, inWindow] = [countsOf(degrees), countsOf(degrees, until)];
  const { grade, provisional } = suggestGrade({ ...inWindow, lossFen, ...gravity(row) }, rules);
  const firstAid = [...degreesNow(degrees).values()].filter(({ degree }) => degree === 'firstAid').length;
  const reasons = dangerReasons({ atRisk: row.at_risk, trapped: row.trapped, missing: counts.missing, ...gravity(row) }, rules);
  const dangerous = reasons.length > 0;
  return { degrees, counts, inWindow, firstAid, lossFen, supplementUntil: until, suggested: grade, provisional, dangerous };
}

function gravity({ special_class, special_triggers, evacuated, dangers }: StoredIncident) {
  return { specialClass: special_class, specialTriggers: special_triggers, evacuated, dangers };
}

async function degreesOf(tx: Tx, incidentId: string): Promise<DegreeFact[]> {
  return tx
    .selectFrom('incident_degrees')
    .select(['casualty_id as casualtyId', 'degree', 'on_day as onDay'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq')
    .execute();
}

/** The latest statement, in 分. */
async function lossOf(tx: Tx, incidentId: string): Promise<number> {
  const row = await tx
    .selectFrom('incident_losses')
    .select(['ed1', 'ed2', 'ed3', 'ed4', 'ed5'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? 0 : totalLoss(row);
}
