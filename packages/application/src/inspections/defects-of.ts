import { type Tx, within } from '@changming/database';
import { sql } from 'kysely';

import { query, type Reading } from '../context.ts';
import { fireInScope } from '../equipment/index.ts';

/** What became of a hazard is told by `open`: whether it is still to be done. */
export type DefectHazard = { readonly checkId: string; readonly hazardId: string; readonly number: string; readonly open: boolean };

/** 点检发现的隐患 of one piece of fire equipment, the latest first. */
export const listDefects = query({
  permission: 'equipment.read',
  async run({ tx, scope }, { equipmentId }: { equipmentId: string }): Promise<{ items: DefectHazard[] }> {
    await fireInScope(tx, scope, equipmentId);
    const items = await tx
      .selectFrom('fire_defects as d')
      .innerJoin('hazards as h', 'h.id', 'd.hazard_id')
      .select(['d.check_id as checkId', 'h.id as hazardId', 'h.number'])
      .select(sql<boolean>`h.stage not in ('closed', 'void')`.as('open'))
      .where('d.equipment_id', '=', equipmentId)
      .where((eb) => within(eb.ref('h.unit_pos'), scope))
      .orderBy('d.recorded_at', 'desc')
      .limit(100)
      .execute();
    return { items };
  },
});

/** 发现该隐患的点检; null when no look-over found it. */
export async function spotBehind({ tx, scope }: Reading, hazardId: string) {
  const found = await tx
    .selectFrom('fire_defects as d')
    .innerJoin('fire_checks as c', 'c.id', 'd.check_id')
    .innerJoin('fire_equipment as e', 'e.id', 'd.equipment_id')
    .leftJoin('points as p', 'p.id', 'e.point_id')
    .leftJoin('persons as by', 'by.id', 'c.by_id')
    .select(['c.id as checkId', 'e.id as equipmentId', 'e.kind', 'e.no', 'c.on_day as on', 'c.condition'])
    .select(['p.name as point', 'by.name as doneBy'])
    .where('d.hazard_id', '=', hazardId)
    .where((eb) => within(eb.ref('e.unit_pos'), scope))
    .executeTakeFirst();
  return found ?? null;
}

export async function numberOf(tx: Tx, hazardId: string): Promise<string> {
  const found = await tx.selectFrom('hazards').select('number').where('id', '=', hazardId).executeTakeFirst();
  return found?.number ?? '';
}
