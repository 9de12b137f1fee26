import { id } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';

const input = z.strictObject({ personIds: z.array(id).max(5000).nullable().default(null) });

/**
 * 岗前应训核对: what joining, moving and coming back ask for, of the whole group or of some people: new causes become rows, causes that turned
 * out to be none are void, the day of the first work and the day of passing are set. Doing it again changes nothing.
 */
export const reckonOwed = command({
  permission: 'training.sweep',
  name: 'training.reckonOwed',
  input,
  async run(work, { personIds }) {
    const made = await makeOwed(work, personIds);
    const settled = await settleOwed(work, personIds);
    return work.trail([], { made, settled });
  },
});

type Fresh = {
  readonly person_id: string;
  readonly unit_id: string;
  readonly cause: string;
  readonly cause_on: string;
  readonly level: string;
  readonly hours_owed: number;
};

/** New causes as rows; answers how many. */
export async function makeOwed({ tx, today, newId }: Writing, people: readonly string[] | null): Promise<number> {
  const { rows } = await sql<Fresh>`
    select c.* from house.training_causes(${people === null ? null : [...people]}::uuid[], ${today}::date) c
    where not exists (select from training_owed o
      where o.person_id = c.person_id and o.cause = c.cause and o.cause_on = c.cause_on and o.level = c.level)`.execute(tx);
  if (rows.length === 0) return 0;
  const columns = {
    id: 'uuid',
    person_id: 'uuid',
    unit_id: 'uuid',
    cause: 'text',
    cause_on: 'date',
    level: 'text',
    hours_owed: 'numeric',
  } as const;
  const fresh = rows.map((row) => ({ ...row, id: newId() }));
  await sql`
    insert into training_owed (id, person_id, unit_id, cause, cause_on, level, hours_owed, due_on)
    select r.id, r.person_id, r.unit_id, r.cause, r.cause_on, r.level, r.hours_owed, r.cause_on
    from ${rowsAsTable('r', columns, fresh)} on conflict do nothing`.execute(tx);
  return fresh.length;
}

/**
 * Only rows that come out differently are written. What is still owed follows the rules as they change; what was passed was passed by those of
 * its day. What was met is looked at again where a correction may have taken
 * hours away.
 */
export async function settleOwed({ tx, today }: Writing, people: readonly string[] | null): Promise<number> {
  const { numAffectedRows } = await sql`
    with now as (
      select o.id, p.unit_id, coalesce((
          select min(a.from_on) from appointments a
          where a.person_id = o.person_id and a.post in ('staff', 'teamLeader', 'pointKeeper') and a.from_on >= o.cause_on
            and (a.to_on is null or a.to_on > a.from_on)), o.cause_on + coalesce(t.before_work_days, 7)) as due_on,
        house.training_passed(o.person_id, o.cause, o.cause_on, o.level,
          case when o.met_on is null then coalesce(c.hours_owed, o.hours_owed) else o.hours_owed end, ${today}::date) as met_on,
        case when o.met_on is null then coalesce(c.hours_owed, o.hours_owed) else o.hours_owed end as hours_owed,
        case when p.left_on is not null or c.person_id is null then coalesce(o.void_on, ${today}::date) end as void_on
      from training_owed o join persons p on p.id = o.person_id
      left join training_terms t on t.unit_id = p.unit_id
      left join house.training_causes(${people === null ? null : [...people]}::uuid[], ${today}::date) c
        on c.person_id = o.person_id and c.cause = o.cause and c.cause_on = o.cause_on and c.level = o.level
      where (${people === null} or o.person_id = any(${people === null ? [] : [...people]}::uuid[]))
        and (o.met_on is null or ${people !== null} or exists (
          select from training_credits k where k.person_id = o.person_id and k.corrects_id is not null)))
    update training_owed o set unit_id = n.unit_id, hours_owed = n.hours_owed, due_on = n.due_on, met_on = n.met_on, void_on = n.void_on
    from now n where n.id = o.id and (o.unit_id, o.hours_owed, o.due_on, o.met_on, o.void_on) is distinct from
      (n.unit_id, n.hours_owed, n.due_on, n.met_on, n.void_on)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
