import { type AssessmentRunRow, type Tx, within } from '@changming/database';
import type { Run } from '@changming/domain/assessments';
import { refuse } from '@changming/domain/kernel';
import { type Expression, type Selectable, type SqlBool, sql } from 'kysely';

import type { Reading } from '../context.ts';

export type Looking = Pick<Reading, 'tx' | 'scope' | 'whole'>;
export type StoredRun = Selectable<AssessmentRunRow>;

export async function runOf(tx: Tx, runId: string): Promise<StoredRun> {
  const row = await tx.selectFrom('assessment_runs').selectAll().where('id', '=', runId).executeTakeFirst();
  return row ?? refuse('missing', 'assessments.run_not_found', { id: runId });
}

/** A run is the whole group's; whoever reads for a branch finds those in which the branch has results. */
export async function runSeen({ tx, ...looking }: Looking, runId: string): Promise<StoredRun> {
  const row = await tx
    .selectFrom('assessment_runs as r')
    .selectAll('r')
    .where('r.id', '=', runId)
    .where((eb) => isSeen(eb.ref('r.id'), looking))
    .executeTakeFirst();
  return row ?? refuse('missing', 'assessments.run_not_found', { id: runId });
}

export function isSeen(runId: Expression<string>, { scope, whole }: Pick<Looking, 'scope' | 'whole'>): Expression<SqlBool> {
  if (whole) return sql<SqlBool>`true`;
  return sql<SqlBool>`exists (select from assessment_results own where own.run_id = ${runId} and ${within(sql.ref('own.unit_pos'), scope)})`;
}

/** One run that stands, held until the transaction ends. */
export async function runToMove(tx: Tx, runId: string): Promise<StoredRun> {
  const row = await tx.selectFrom('assessment_runs').selectAll().where('id', '=', runId).forUpdate().executeTakeFirst();
  return row === undefined ? refuse('missing', 'assessments.run_not_found', { id: runId }) : unreplaced(row);
}

/** The same row; refused when another run has taken its place, where nobody confirms, appeals or moves anything any more. */
export function unreplaced(row: StoredRun): StoredRun {
  return isReplaced(row) ? refuse('conflict', 'assessments.wrong_stage', { stage: row.stage }) : row;
}

export function isReplaced({ superseded_by_id: by }: Pick<StoredRun, 'superseded_by_id'>): boolean {
  return by !== null;
}

/** What the workflow decides with. */
export function toRun(row: StoredRun): Run {
  const { stage, confirm_due_on: confirmDueOn, appeal_due_on: appealDueOn, finalised_by_id: finalisedById } = row;
  return { stage, confirmDueOn, appealDueOn, finalisedById };
}

export function knownOf(row: Pick<StoredRun, 'known_at' | 'opening_at'>) {
  return { knownAt: row.known_at, openingAt: row.opening_at };
}
