import { blueprint, type Branches, compiledOnce, type HazardRow, type Slots, type Tx, within } from '@changming/database';
import type { Hazard, RectificationPlan } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import type { Updateable } from 'kysely';

import { hazardColumns, type HazardRead } from './hazard-columns.ts';

export type StoredHazard = {
  readonly hazard: Hazard;
  readonly row: HazardRead;
};

/** The hazard, if it lies in the scope; outside of it a hazard is missing, not forbidden. */
export async function hazardInScope(tx: Tx, scope: readonly UnitRange[], id: string): Promise<StoredHazard> {
  const { rows } = await tx.executeQuery<HazardRead>(hazardQuery({ ranges: scope, given: { id }, fixed: {} }));
  const [row] = rows;
  return row === undefined ? refuse('missing', 'hazards.not_found', { id }) : { hazard: toHazard(row), row };
}

/** Every step begins with it, so it is prepared once. */
const hazardQuery = compiledOnce((ranges: Branches, { id }: Slots<{ readonly id: string }>) =>
  blueprint
    .selectFrom('hazards')
    .select(hazardColumns)
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), ranges)),
);

/** What the lifecycle decides with. */
export function toHazard(row: HazardRead): Hazard {
  return {
    id: row.id,
    unitId: row.unit_id,
    stage: row.stage,
    level: row.level,
    suggestion: row.suggestion,
    foundById: row.found_by_id,
    plan: planOf(row),
    extendedFromOn: row.extended_from_on,
    onTheSpot: row.on_the_spot,
    registeredById: row.registered_by_id,
    registeredOn: row.registered_on,
    assignedOn: row.assigned_on,
    startedOn: row.started_on,
    submittedById: row.submitted_by_id,
    submittedOn: row.submitted_on,
    rectifierIds: row.rectifier_ids,
    acceptanceDueOn: row.acceptance_due_on,
    acceptedById: row.accepted_by_id,
    closedOn: row.closed_on,
    voidedById: row.voided_by_id,
    voidedOn: row.voided_on,
    sendBacks: row.send_backs,
    reopenings: row.reopenings,
    treatment: row.treatment,
  };
}

function planOf(row: HazardRead): RectificationPlan {
  return {
    responsibleUnitId: row.responsible_unit_id,
    responsibleId: row.responsible_id,
    leaderId: row.leader_id,
    measures: row.measures,
    funds: row.funds,
    dueOn: row.due_on,
    contingency: row.contingency,
    waived: row.waived,
  };
}

/** The columns that the lifecycle writes. */
export function toRow(hazard: Hazard) {
  const { plan, treatment } = hazard;
  return {
    stage: hazard.stage,
    level: hazard.level,
    suggestion: hazard.suggestion,
    responsible_unit_id: plan.responsibleUnitId,
    responsible_id: plan.responsibleId,
    leader_id: plan.leaderId,
    measures: plan.measures,
    funds: plan.funds,
    due_on: plan.dueOn,
    contingency: plan.contingency,
    waived: [...plan.waived],
    extended_from_on: hazard.extendedFromOn,
    on_the_spot: hazard.onTheSpot,
    registered_by_id: hazard.registeredById,
    registered_on: hazard.registeredOn,
    assigned_on: hazard.assignedOn,
    started_on: hazard.startedOn,
    submitted_by_id: hazard.submittedById,
    submitted_on: hazard.submittedOn,
    rectifier_ids: [...hazard.rectifierIds],
    acceptance_due_on: hazard.acceptanceDueOn,
    accepted_by_id: hazard.acceptedById,
    closed_on: hazard.closedOn,
    voided_by_id: hazard.voidedById,
    voided_on: hazard.voidedOn,
    send_backs: hazard.sendBacks,
    reopenings: hazard.reopenings,
    treatment: treatment === null ? null : JSON.stringify(treatment),
  };
}

/** A step changes few of them, and the others need not travel. */
function changedFrom(row: HazardRead, hazard: Hazard): Partial<ReturnType<typeof toRow>> {
  const was: Readonly<Record<string, unknown>> = toRow(toHazard(row));
  return Object.fromEntries(Object.entries(toRow(hazard)).filter(([column, value]) => !isSame(value, was[column])));
}

/** Lists are the same when their members are. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && JSON.stringify(one) === JSON.stringify(other));
}

/** Columns beside the lifecycle that a step may write too. */
type BesideColumn =
  | 'category'
  | 'factor'
  | 'key_area'
  | 'kind'
  | 'clause_ids'
  | 'text'
  | 'submitted_at'
  | 'done'
  | 'spent'
  | 'opinion'
  | 'lesson'
  | 'recurrence_of_id'
  | 'recurrences'
  | 'supervised';
export type Beside = { readonly [Column in BesideColumn]?: Updateable<HazardRow>[Column] | undefined };

/** Writes only if nobody else has since the hazard was read. */
export async function saveHazard(tx: Tx, { row }: StoredHazard, hazard: Hazard, beside: Beside = {}): Promise<void> {
  const given = { ...changedFrom(row, hazard), ...beside, id: row.id, version: row.version };
  const saved = await tx.executeQuery(savingQuery({ ranges: [], given, fixed: {} }));
  if (saved.numAffectedRows === 0n) refuse('conflict', 'hazards.changed_meanwhile', { id: row.id });
}

type Saving = Partial<ReturnType<typeof toRow>> & Beside & { readonly id: string; readonly version: number };

/** A step writes the same columns each time, so it is prepared once for them. */
const savingQuery = compiledOnce((_: Branches, { id, version, ...columns }: Slots<Saving>) =>
  blueprint
    .updateTable('hazards')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version),
);

/** What the trail tells of a hazard: enough to see what a step did, and no personal numbers. */
export function told({ stage, level, suggestion, plan, reopenings, sendBacks, acceptedById, submittedById }: Hazard) {
  const { responsibleId, dueOn, funds } = plan;
  return { stage, level, suggestion, responsibleId, dueOn, funds, reopenings, sendBacks, submittedById, acceptedById };
}
