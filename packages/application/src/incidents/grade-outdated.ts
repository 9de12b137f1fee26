import type { Tx } from '@changming/database';
import { awaitsGrading } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

/** Refuses a case whose facts have come to suggest another grade since a person last decided: by `conflict`. */
export async function refuseOutdated(tx: Tx, incidentId: string): Promise<void> {
  const entries = await tx
    .selectFrom('incident_grades')
    .select(['kind', 'suggested', 'grade'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq')
    .execute();
  if (awaitsGrading(entries)) refuse('conflict', 'incidents.grade_outdated');
}
