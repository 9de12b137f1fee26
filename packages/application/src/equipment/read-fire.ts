import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { ledgerRowsOf } from './ledger-rows.ts';
import { soonDays } from './rules.ts';
import { fireStanding } from './standings.ts';
import { fireInScope } from './store.ts';

/** One piece of fire equipment with its checks, the look-overs owed and the rows of ledgers it came from. */
export const readFire = query({
  permission: 'equipment.read',
  async run(work, { equipmentId }: { equipmentId: string }) {
    const { tx, scope, today, may } = work;
    const stored = await fireInScope(tx, scope, equipmentId);
    return {
      ...(await aroundIt(work, equipmentId)),
      id: stored.id,
      unitId: stored.unit_id,
      no: stored.no,
      kind: stored.kind,
      name: stored.name,
      model: stored.model,
      place: stored.place,
      pointId: stored.point_id,
      madeOn: stored.made_on,
      servicedOn: stored.serviced_on,
      scrapStatedOn: stored.scrap_stated_on,
      serviceDueOn: stored.service_due_on,
      scrapDueOn: stored.scrap_due_on,
      condition: stored.condition,
      conditionOn: stored.condition_on,
      scrappedOn: stored.scrapped_on,
      scrapReason: stored.scrap_reason,
      keeperId: stored.keeper_id,
      keeperWords: stored.keeper_words,
      remark: stored.remark,
      origin: stored.origin,
      version: stored.version,
      today,
      may: {
        edit: may('equipment.edit', stored.unit_pos),
        check: may('equipment.check', stored.unit_pos),
        changeState: may('equipment.changeState', stored.unit_pos),
        explain: may('equipment.explain', stored.unit_pos),
      },
      checks: await checksOf(work, equipmentId),
      duties: await dutiesOf(work, equipmentId),
      ledgerRows: await ledgerRowsOf(tx, equipmentId),
    };
  },
});

async function aroundIt({ tx, today }: Reading, equipmentId: string) {
  return tx
    .selectFrom('fire_equipment as e')
    .innerJoin('units as u', 'u.id', 'e.unit_id')
    .leftJoin('points as p', 'p.id', 'e.point_id')
    .leftJoin('persons as k', 'k.id', 'e.keeper_id')
    .select(['u.name as unit', 'p.name as point', 'k.name as keeper', fireStanding(today, await soonDays(tx, today)).as('standing')])
    .where('e.id', '=', equipmentId)
    .executeTakeFirstOrThrow();
}

function checksOf({ tx }: Reading, equipmentId: string) {
  return tx
    .selectFrom('fire_checks as c')
    .leftJoin('persons as by', 'by.id', 'c.by_id')
    .leftJoin('fire_checks as later', 'later.corrects_id', 'c.id')
    .leftJoin('fire_defects as d', 'd.check_id', 'c.id')
    .leftJoin('fire_defects as before', 'before.check_id', 'c.corrects_id')
    .select([
      'c.id',
      'c.kind',
      'c.on_day as on',
      'c.condition',
      'c.items',
      'c.reading',
      'c.note',
      'c.scanned',
      'by.name as by',
      'c.recorded_at as recordedAt',
      'c.clock_suspect as clockSuspect',
    ])
    .select((eb) => eb.fn.coalesce('d.hazard_id', 'before.hazard_id').as('hazardId'))
    .select(sql<boolean>`(later.id is not null)`.as('corrected'))
    .select(photosOfCheck.as('photos'))
    .where('c.equipment_id', '=', equipmentId)
    .orderBy('c.on_day', 'desc')
    .orderBy('c.recorded_at', 'desc')
    .limit(100)
    .execute();
}

/** The photos of the check, with the id under which each has arrived. */
const photosOfCheck = sql<{ subjectId: string; evidenceId: string | null }[]>`coalesce((
  select json_agg(json_build_object('subjectId', p.subject_id, 'evidenceId', (
    select e.id from evidence e where e.subject_id = p.subject_id and e.sha256 = p.sha256 and e.arrived_at is not null
    order by e.arrived_at limit 1)) order by p.at)
  from fire_check_photos p where p.check_id = c.id), '[]')`;

function dutiesOf({ tx }: Reading, equipmentId: string) {
  return tx
    .selectFrom('fire_spot_duties as d')
    .leftJoin('fire_spot_reasons as r', 'r.duty_id', 'd.id')
    .leftJoin('persons as by', 'by.id', 'r.by_id')
    .select(['d.from_on as from', 'd.due_on as dueOn', 'd.checked_on as checkedOn', 'd.unit_id as unitId'])
    .select(['r.reason', 'r.note', 'by.name as reasonBy'])
    .where('d.equipment_id', '=', equipmentId)
    .orderBy('d.due_on', 'desc')
    .limit(24)
    .execute();
}
