import { type OccurrenceRow, type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type Selectable, sql } from 'kysely';

import type { Reading } from '../context.ts';

export type StoredOccurrence = Selectable<OccurrenceRow>;

/** The occurrence, if it lies in the scope, held for the rest of the transaction: two checks of it come one after the other. */
export async function occurrenceToDo(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredOccurrence> {
  const row = await tx
    .selectFrom('inspection_occurrences')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('missing', 'inspections.not_found', { id });
}

/** What lists show of an occurrence `o`, with its plan, unit and point. */
export function occurrences({ tx, scope }: Pick<Reading, 'tx' | 'scope'>) {
  return tx
    .selectFrom('inspection_occurrences as o')
    .innerJoin('inspection_plans as plan', 'plan.id', 'o.plan_id')
    .innerJoin('units as u', 'u.id', 'o.unit_id')
    .leftJoin('points as p', 'p.id', 'o.point_id')
    .select(['o.id', 'o.on_day as on', 'o.from_on as from', 'o.shift', 'o.kind', 'o.state', 'o.plan_id as planId', 'plan.name as plan'])
    .select(['plan.checklist_id as checklistId', 'o.unit_id as unitId', 'u.name as unit', 'o.point_id as pointId', 'p.name as point'])
    .select(['o.opens_at as opensAt', 'o.due_at as dueAt', 'o.misses_at as missesAt', 'o.result_id as resultId', 'o.done_at as doneAt'])
    .select([
      'o.recorded_at as recordedAt',
      'o.timing',
      'o.by_hand as byHand',
      'o.failed',
      'o.miss_reason as missReason',
      'o.miss_note as missNote',
    ])
    .select(['o.done_by_id as doneById'])
    .where((eb) => within(eb.ref('o.unit_pos'), scope));
}

/** The names that stand on these occurrences, wherever their bearers belong. */
export async function namesOnChecks({ tx }: Pick<Reading, 'tx'>, occurrenceIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let at = 0; at < occurrenceIds.length; at += 500) {
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from house.doers_of_checks(${occurrenceIds.slice(at, at + 500)}::uuid[])`.execute(tx);
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}

/** The same rows with the doer's name in place of the id. */
export async function withDoers<Row extends { readonly id: string; readonly doneById: string | null }>(
  work: Pick<Reading, 'tx'>,
  rows: readonly Row[],
): Promise<(Omit<Row, 'doneById'> & { doneBy: string | null })[]> {
  const done = rows.filter(({ doneById }) => doneById !== null);
  const names = await namesOnChecks(
    work,
    done.map(({ id }) => id),
  );
  return rows.map(({ doneById, ...row }) => ({ ...row, doneBy: doneById === null ? null : (names.get(doneById) ?? null) }));
}
