import type { Tx } from '@changming/database';
import { awaitsGrading } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

/** Whether the facts have come to suggest another grade since a person last decided. */
export async function gradeOutdated(tx: Tx, incidentId: string): Promise<boolean> {
  const entries = await tx
    .selectFrom('incident_grades')
    .select(['kind', 'suggested', 'grade'])
    .where('incident_id', '=', incidentId)
    .orderBy('seq')
    .execute();
  return awaitsGrading(entries);
}

/** Refuses such a case by `conflict`. */
export async function refuseOutdated(tx: Tx, incidentId: string): Promise<void> {
  if (await gradeOutdated(tx, incidentId)) refuse('conflict', 'incidents.grade_outdated');
}
