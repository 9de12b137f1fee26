import type { Tx } from '@changming/database';
import { isLateEntry } from '@changming/domain/hazards';
import { sql } from 'kysely';

import type { Named } from './names.ts';
import type { StoredHazard } from './store.ts';

type Row = StoredHazard['row'];
type Names = ReadonlyMap<string, Named>;
type Units = ReadonlyMap<string, { readonly id: string; readonly name: string }>;

/** The hazard itself, as its page prints it. */
export async function recordOf(tx: Tx, { row, hazard }: StoredHazard, names: Names) {
  const units = await unitsNamed(tx, [row.unit_id, hazard.plan.responsibleUnitId]);
  return {
    ...found(row, names),
    ...worked(row, names),
    unit: units.get(row.unit_id) ?? { id: row.unit_id, name: '' },
    point: await pointOf(tx, row.point_id),
    plan: planned(hazard.plan, names, units),
    recurrenceOf: await numberOf(tx, row.recurrence_of_id),
  };
}

function found(row: Row, names: Names) {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    place: row.place,
    stage: row.stage,
    level: row.level,
    suggestion: row.suggestion,
    category: row.category,
    factor: row.factor,
    keyArea: row.key_area,
    kind: row.kind,
    source: row.source,
    origin: row.origin,
    text: row.text,
    clauseIds: row.clause_ids,
    anonymous: row.anonymous,
    finder: named(names, row.found_by_id),
    foundOn: row.found_on,
    foundAt: row.found_at,
    clockSuspect: row.clock_suspect,
    reportedAt: row.reported_at,
    lateEntry: isLateEntry({ foundAt: row.found_at, reportedAt: row.reported_at, origin: row.origin }),
    recurrences: row.recurrences,
    supervised: row.supervised,
  };
}

function worked(row: Row, names: Names) {
  return {
    extendedFromOn: row.extended_from_on,
    onTheSpot: row.on_the_spot,
    registeredOn: row.registered_on,
    assignedOn: row.assigned_on,
    startedOn: row.started_on,
    submittedOn: row.submitted_on,
    submittedBy: named(names, row.submitted_by_id),
    done: row.done,
    spent: row.spent,
    acceptanceDueOn: row.acceptance_due_on,
    acceptedBy: named(names, row.accepted_by_id),
    closedOn: row.closed_on,
    opinion: row.opinion,
    lesson: row.lesson,
    voidedOn: row.voided_on,
    sendBacks: row.send_backs,
    reopenings: row.reopenings,
  };
}

function planned(plan: StoredHazard['hazard']['plan'], names: Names, units: Units) {
  return {
    ...plan,
    waived: [...plan.waived],
    responsibleUnit: plan.responsibleUnitId === null ? null : (units.get(plan.responsibleUnitId)?.name ?? null),
    responsible: named(names, plan.responsibleId),
    leader: named(names, plan.leaderId),
  };
}

function named(names: Names, id: string | null): Named | null {
  return id === null ? null : (names.get(id) ?? null);
}

async function pointOf(tx: Tx, id: string | null) {
  if (id === null) return null;
  return (await tx.selectFrom('points').select(['id', 'name', 'code']).where('id', '=', id).executeTakeFirst()) ?? null;
}

async function numberOf(tx: Tx, id: string | null) {
  if (id === null) return null;
  return (await tx.selectFrom('hazards').select(['id', 'number']).where('id', '=', id).executeTakeFirst()) ?? null;
}

async function unitsNamed(tx: Tx, ids: readonly (string | null)[]): Promise<Units> {
  const wanted = ids.filter((each) => each !== null);
  const { rows } = await sql<{ id: string; name: string }>`select id, name from house.units_named(${wanted}::uuid[])`.execute(tx);
  return new Map(rows.map((each) => [each.id, each]));
}
