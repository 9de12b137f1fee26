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
 * its day. What was met is looked at again where a correction may have taken hours away. As
 * `house.training_passed` has it, for everybody at once.
 */
export async function settleOwed({ tx, today }: Writing, people: readonly string[] | null): Promise<number> {
  const some = people === null ? null : [...people];
  const looked =
    people === null
      ? sql`o.met_on is null or exists (select from training_credits k where k.person_id = o.person_id and k.corrects_id is not null)`
      : sql`o.person_id = any(${some}::uuid[])`;
  const { numAffectedRows } = await sql`
    with asked as materialized (
      select o.id, o.person_id, o.level, o.cause_on, p.unit_id, coalesce(t.before_work_days, 7) as before_work_days,
        case when o.cause = 'joined' then array['threeLevel'] else array['transfer', 'return', 'threeLevel'] end as kinds,
        case when o.cause = 'joined' then o.cause_on - 30 else o.cause_on end as since,
        case when o.met_on is null then coalesce(c.hours_owed, o.hours_owed) else o.hours_owed end as hours_owed,
        case when p.left_on is not null or c.person_id is null then coalesce(o.void_on, ${today}::date) end as void_on
      from training_owed o join persons p on p.id = o.person_id
      left join training_terms t on t.unit_id = p.unit_id
      left join house.training_causes(${some}::uuid[], ${today}::date) c
        on c.person_id = o.person_id and c.cause = o.cause and c.cause_on = o.cause_on and c.level = o.level
      where ${looked}),
    now as (
      select a.id, a.unit_id, a.hours_owed, a.void_on, coalesce(begun.on_day, a.cause_on + a.before_work_days) as due_on,
        case when given.full_on is not null and least(given.passed_on, sat.passed_on) is not null
          then greatest(given.full_on, least(given.passed_on, sat.passed_on)) end as met_on
      from asked a
      cross join lateral (
        select min(w.from_on) as on_day from appointments w
        where w.person_id = a.person_id and w.post in ('staff', 'teamLeader', 'pointKeeper') and w.from_on >= a.cause_on
          and (w.to_on is null or w.to_on > w.from_on)) begun
      cross join lateral (
        select min(run.on_day) filter (where run.total >= a.hours_owed) as full_on, min(run.on_day) filter (where run.result = 'passed') as passed_on
        from (
          select c.on_day, c.result, sum(c.class_hours) over (order by c.on_day, c.id) as total from training_counting c
          where c.person_id = a.person_id and c.level = a.level and c.category = any(a.kinds)
            and c.on_day between a.since and ${today}::date) run) given
      cross join lateral (
        select min(e.taken_on) as passed_on from exam_results e
        where e.person_id = a.person_id and e.level = a.level and e.category = any(a.kinds) and e.passed
          and e.taken_on between a.since and ${today}::date) sat)
    update training_owed o set unit_id = n.unit_id, hours_owed = n.hours_owed, due_on = n.due_on, met_on = n.met_on, void_on = n.void_on
    from now n where n.id = o.id and (o.unit_id, o.hours_owed, o.due_on, o.met_on, o.void_on) is distinct from
      (n.unit_id, n.hours_owed, n.due_on, n.met_on, n.void_on)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
