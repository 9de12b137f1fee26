import { mayNotBeUsed, suggestsMajor } from '@changming/domain/equipment';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { ledgerRowsOf } from './ledger-rows.ts';
import { soonDays } from './rules.ts';
import { specialStanding } from './standings.ts';
import { specialInScope } from './store.ts';

/** One machine with its states, inspections, operators and the rows of ledgers it came from. */
export const readSpecial = query({
  permission: 'equipment.read',
  async run(work, { equipmentId }: { equipmentId: string }) {
    const { tx, scope, today, may } = work;
    const stored = await specialInScope(tx, scope, equipmentId);
    const { standing, ...around } = await aroundIt(work, equipmentId);
    return {
      ...around,
      id: stored.id,
      unitId: stored.unit_id,
      ownNo: stored.own_no,
      name: stored.name,
      category: stored.category,
      model: stored.model,
      registration: stored.registration,
      registerNo: stored.register_no,
      useFrom: stored.use_from,
      state: stored.state,
      stateSince: stored.state_since,
      inspectedOn: stored.inspected_on,
      inspectionResult: stored.inspection_result,
      nextDueOn: stored.next_due_on,
      pointId: stored.point_id,
      keeperId: stored.keeper_id,
      keeperWords: stored.keeper_words,
      remark: stored.remark,
      origin: stored.origin,
      version: stored.version,
      standing,
      stopUse: mayNotBeUsed(standing),
      suggestsMajor: suggestsMajor(standing),
      today,
      may: { edit: may('equipment.edit', stored.unit_pos), changeState: may('equipment.changeState', stored.unit_pos) },
      states: await statesOf(work, equipmentId),
      inspections: await inspectionsOf(work, equipmentId),
      operators: await operatorsOf(work, equipmentId),
      ledgerRows: await ledgerRowsOf(tx, equipmentId),
    };
  },
});

async function aroundIt({ tx, today }: Reading, equipmentId: string) {
  return tx
    .selectFrom('special_equipment as e')
    .innerJoin('units as u', 'u.id', 'e.unit_id')
    .leftJoin('points as p', 'p.id', 'e.point_id')
    .leftJoin('persons as k', 'k.id', 'e.keeper_id')
    .select(['u.name as unit', 'p.name as point', 'k.name as keeper', specialStanding(today, await soonDays(tx, today)).as('standing')])
    .where('e.id', '=', equipmentId)
    .executeTakeFirstOrThrow();
}

function statesOf({ tx }: Reading, equipmentId: string) {
  return tx
    .selectFrom('special_states as s')
    .leftJoin('persons as by', 'by.id', 's.by_id')
    .select(['s.state', 's.from_on as from', 's.reason', 'by.name as by', 's.recorded_at as recordedAt'])
    .where('s.equipment_id', '=', equipmentId)
    .orderBy('s.from_on', 'desc')
    .orderBy('s.recorded_at', 'desc')
    .limit(200)
    .execute();
}

function inspectionsOf({ tx }: Reading, equipmentId: string) {
  return tx
    .selectFrom('special_inspections as i')
    .leftJoin('persons as by', 'by.id', 'i.by_id')
    .leftJoin('special_inspections as later', 'later.corrects_id', 'i.id')
    .select([
      'i.id',
      'i.kind',
      'i.on_day as on',
      'i.result',
      'i.next_due_on as nextDueOn',
      'i.report_no as reportNo',
      'i.agency',
      'by.name as by',
      'i.recorded_at as recordedAt',
    ])
    .select(sql<boolean>`(later.id is not null)`.as('corrected'))
    .where('i.equipment_id', '=', equipmentId)
    .orderBy('i.on_day', 'desc')
    .orderBy('i.recorded_at', 'desc')
    .limit(200)
    .execute();
}

function operatorsOf({ tx, today }: Reading, equipmentId: string) {
  return tx
    .selectFrom('special_operators as o')
    .leftJoin('persons as p', 'p.id', 'o.person_id')
    .select([
      'o.id',
      'o.person_id as personId',
      'p.name',
      'o.certificate_kind as certificateKind',
      'o.certificate_masked as certificateNo',
      'o.valid_to as validTo',
      'o.from_on as from',
      'o.to_on as to',
    ])
    .select(sql<boolean>`coalesce(o.valid_to < ${today}::date, false)`.as('expired'))
    .where('o.equipment_id', '=', equipmentId)
    .orderBy(sql`o.to_on desc nulls first`)
    .orderBy('o.from_on', 'desc')
    .limit(200)
    .execute();
}
