import type { AssessmentRunRow, Tx } from '@changming/database';
import type { Run } from '@changming/domain/assessments';
import { refuse } from '@changming/domain/kernel';
import type { Selectable } from 'kysely';

export type StoredRun = Selectable<AssessmentRunRow>;

export async function runOf(tx: Tx, runId: string): Promise<StoredRun> {
  const row = await tx.selectFrom('assessment_runs').selectAll().where('id', '=', runId).executeTakeFirst();
  return row ?? refuse('missing', 'assessments.run_not_found', { id: runId });
}

/** The same, held until the transaction ends. */
export async function runToMove(tx: Tx, runId: string): Promise<StoredRun> {
  const row = await tx.selectFrom('assessment_runs').selectAll().where('id', '=', runId).forUpdate().executeTakeFirst();
  return row ?? refuse('missing', 'assessments.run_not_found', { id: runId });
}

/** What the workflow decides with. */
export function toRun(row: StoredRun): Run {
  const { stage, confirm_due_on: confirmDueOn, appeal_due_on: appealDueOn, finalised_by_id: finalisedById } = row;
  return { stage, confirmDueOn, appealDueOn, finalisedById };
}

export function knownOf(row: Pick<StoredRun, 'known_at' | 'opening_at'>) {
  return { knownAt: row.known_at, openingAt: row.opening_at };
}
