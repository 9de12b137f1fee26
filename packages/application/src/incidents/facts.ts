import type { Tx } from '@changming/database';
import {
  type Counts,
  countsOf,
  dangerReasons,
  type DegreeFact,
  degreesNow,
  type EventClass,
  type Grade,
  type IncidentRules,
  suggestClass,
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

async function lossOf(tx: Tx, incidentId: string): Promise<number> {
  const stated = await statedLoss(tx, incidentId);
  return stated === undefined ? 0 : totalLoss(stated);
}

/** The latest statement of the loss by its parts, in 分. */
export function statedLoss(tx: Tx, incidentId: string) {
  return tx
    .selectFrom('incident_losses')
    .select(['ed1', 'ed2', 'ed3', 'ed4', 'ed5', 'estimated'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** 类别 as the facts have it; once a person has graded the case it is what that person said. */
export function classNow(row: StoredIncident, { counts, lossFen, suggested, firstAid }: Reckoned): EventClass {
  if (row.grade !== null) return row.event_class;
  return suggestClass({ grade: suggested, minor: counts.minor, firstAid, fire: row.fire, lossFen });
}
