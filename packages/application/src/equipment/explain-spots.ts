import { within } from '@changming/database';
import { explainSpotsInput, isMissedSpot } from '@changming/domain/equipment';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import type { z } from 'zod';

import { type Changed, command, type Writing } from '../context.ts';

type Given = z.output<typeof explainSpotsInput>;

/** 漏检原因, given afterwards by somebody who answers for the unit. The miss stays a miss; the newest reason is the one that stands. */
export const explainSpots = command({
  permission: 'equipment.explain',
  input: explainSpotsInput,
  async run(work, given) {
    const { reason, note = null } = given;
    const found = await missedBy(work, given);
    await write(work, found, { reason, note });
    const told = found.map(
      (each): Changed => ({
        subjectId: each.equipmentId,
        unitId: given.unitId,
        before: { dueOn: given.dueOn, reason: each.reason, note: each.note },
        after: { dueOn: given.dueOn, reason, note },
      }),
    );
    return work.trail(told, { explained: found.length });
  },
});

/** Those whose reason is given now, locked until this commits. */
async function missedBy({ tx, scope, today }: Writing, { unitId, dueOn, equipmentId }: Given) {
  const owed = await tx
    .selectFrom('fire_spot_duties as d')
    .innerJoin('fire_equipment as e', 'e.id', 'd.equipment_id')
    .leftJoin('fire_spot_reasons as r', 'r.duty_id', 'd.id')
    .select(['d.id', 'd.equipment_id as equipmentId', 'd.due_on as dueOn', 'd.checked_on as checkedOn', 'e.scrapped_on as scrappedOn'])
    .select(['r.reason', 'r.note'])
    .where('d.unit_id', '=', unitId)
    .where('d.due_on', '=', dueOn)
    .where((eb) => within(eb.ref('d.unit_pos'), scope))
    .$if(equipmentId !== undefined, (each) => each.where('d.equipment_id', '=', equipmentId ?? ''))
    .forUpdate('d')
    .execute();
  if (owed.length === 0) refuse('missing', 'equipment.spot_not_found');
  const missed = owed.filter((each) => isMissedSpot(each, today));
  if (missed.length === 0) refuse('conflict', 'equipment.not_missed');
  const open = missed.filter(({ reason }) => reason === null || equipmentId !== undefined);
  if (open.length === 0) refuse('conflict', 'equipment.spots_explained');
  return open;
}

type Missed = Awaited<ReturnType<typeof missedBy>>[number];

async function write(
  { tx, actor, now }: Writing,
  missed: readonly Missed[],
  { reason, note }: { readonly reason: Given['reason']; readonly note: string | null },
): Promise<void> {
  await sql`
    insert into fire_spot_reasons (duty_id, equipment_id, reason, note, by_id, recorded_at)
    select m.id, m.equipment, ${reason}, ${note}, ${actor.personId}::uuid, ${now}
    from unnest(${missed.map(({ id }) => id)}::uuid[], ${missed.map(({ equipmentId }) => equipmentId)}::uuid[]) as m (id, equipment)
    on conflict (duty_id) do update set reason = excluded.reason, note = excluded.note, by_id = excluded.by_id,
      recorded_at = excluded.recorded_at`.execute(tx);
}
