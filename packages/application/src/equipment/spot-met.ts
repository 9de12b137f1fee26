import { spotGraceDays } from '@changming/domain/equipment';
import { type RawBuilder, sql } from 'kysely';

import type { Writing } from '../context.ts';

/**
 * The look-over that meets what the row `owed` owes, as `id, on_day`: the first one within its days that nobody corrected and that was
 * recorded by its last day or in the grace; one that puts right what had met it counts whenever it is recorded.
 */
export function meeting(owed: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${owed}.${column}`);
  return sql`select c.id, c.on_day from fire_checks c
    where c.equipment_id = ${of('equipment_id')} and c.kind = 'spot' and c.on_day between ${of('from_on')} and ${of('due_on')}
      and ((c.recorded_at at time zone 'Asia/Shanghai')::date <= ${of('due_on')} + ${spotGraceDays}::integer or c.corrects_id = ${of('check_id')})
      and not exists (select from fire_checks later where later.corrects_id = c.id)
    order by c.on_day, c.recorded_at, c.id limit 1`;
}

/**
 * Whether the look-over `d` is still to be done. One that nobody made within its days stays missed for ever and counts as that; to be done it
 * is only until the piece is looked over for a later period: nobody goes there twice.
 */
export const stillToDo = sql<boolean>`(d.checked_on is null and not exists (
  select from fire_spot_duties later where later.equipment_id = d.equipment_id and later.due_on > d.due_on and later.checked_on is not null))`;

type Touched = { readonly equipmentId: string; readonly on: string; readonly correctsId: string | null };

/** What was owed for the day of a check is met, once; what the corrected check had met is met anew, or owed again. */
export async function meetDuties({ tx }: Pick<Writing, 'tx'>, { equipmentId, on, correctsId }: Touched): Promise<void> {
  await sql`
    update fire_spot_duties d set checked_on = c.on_day, check_id = c.id
    from fire_spot_duties o left join lateral (${meeting('o')}) c on true
    where d.id = o.id and o.equipment_id = ${equipmentId} and d.check_id is distinct from c.id
      and (o.check_id = ${correctsId}::uuid or (o.checked_on is null and ${on}::date between o.from_on and o.due_on))`.execute(tx);
}
