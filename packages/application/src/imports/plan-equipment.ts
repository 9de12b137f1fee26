import { type FirePlan, type KnownFire, type KnownSpecial, planFire, planSpecial, type SpecialPlan } from '@changming/domain/imports';
import { within } from '@changming/database';
import { type RawBuilder, sql } from 'kysely';

import type { Reading } from '../context.ts';
import { knownNames, knownUnits } from './known.ts';
import type { Of } from './plan.ts';

/** Judges 特种设备台账 against what the product knows today. Nothing is written. */
export async function planOfSpecial(reading: Reading, { sheets, answers, underId, fileHash }: Of): Promise<SpecialPlan> {
  const known = { persons: await knownNames(reading), existing: await knownSpecial(reading) };
  return planSpecial(sheets, await knownUnits(reading), { today: reading.today, answers, underId, fileHash, ...known });
}

/** The same for 消防器材台账. */
export async function planOfFire(reading: Reading, { sheets, answers, underId, fileHash }: Of): Promise<FirePlan> {
  const known = { persons: await knownNames(reading), existing: await knownFire(reading) };
  return planFire(sheets, await knownUnits(reading), { today: reading.today, answers, underId, fileHash, ...known });
}

const cameIn = sql<
  string[]
>`array(select concat_ws('!', l.file_hash, l.sheet, l.row) from equipment_ledger_rows l where l.subject_id = e.id)`;

/** Somebody recorded something in the product that no ledger told of. */
function goneOn(table: 'special_inspections' | 'fire_checks'): RawBuilder<boolean> {
  return sql<boolean>`exists (select from ${sql.table(table)} f where f.equipment_id = e.id and not exists (
    select from equipment_ledger_rows l where l.subject_id = e.id and l.told_at = f.recorded_at))`;
}

async function knownSpecial({ tx, scope }: Reading): Promise<KnownSpecial[]> {
  return tx
    .selectFrom('special_equipment as e')
    .select([
      'e.id',
      'e.unit_id as unitId',
      'e.own_no as ownNo',
      'e.register_no as registerNo',
      'e.category',
      'e.use_from as useFrom',
      'e.inspected_on as inspectedOn',
      'e.next_due_on as nextDueOn',
      'e.inspection_result as result',
      'e.state',
    ])
    .select([cameIn.as('rows'), goneOn('special_inspections').as('livesOn')])
    .where((eb) => within(eb.ref('e.unit_pos'), scope))
    .execute();
}

async function knownFire({ tx, scope }: Reading): Promise<KnownFire[]> {
  return tx
    .selectFrom('fire_equipment as e')
    .select([
      'e.id',
      'e.unit_id as unitId',
      'e.no',
      'e.kind',
      'e.place',
      'e.model',
      'e.made_on as madeOn',
      'e.serviced_on as servicedOn',
      'e.scrap_stated_on as scrapStatedOn',
      'e.condition',
    ])
    .select([cameIn.as('rows'), goneOn('fire_checks').as('livesOn')])
    .where((eb) => within(eb.ref('e.unit_pos'), scope))
    .execute();
}
