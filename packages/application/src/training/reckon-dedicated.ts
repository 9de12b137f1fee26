import { id } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';

const input = z.strictObject({ personIds: z.array(id).max(5000).nullable().default(null) });

/** 专项应训核对: what changes, dusty places and reviews ask for, of the whole group or of some people. Doing it again changes nothing. */
export const reckonDedicated = command({
  permission: 'training.sweep',
  name: 'training.reckonDedicated',
  input,
  async run(work, { personIds }) {
    const made = await makeDedicated(work, personIds);
    const settled = await settleDedicated(work, personIds);
    return work.trail([], { made, settled });
  },
});

type Fresh = {
  readonly person_id: string;
  readonly unit_id: string;
  readonly cause: string;
  readonly about_id: string;
  readonly cause_on: string;
  readonly due_on: string;
  readonly hours_owed: number;
};

/** New causes as rows; answers how many. */
export async function makeDedicated({ tx, today, newId }: Writing, people: readonly string[] | null): Promise<number> {
  const { rows } = await sql<Fresh>`
    select c.* from house.training_dedicated_causes(${people === null ? null : [...people]}::uuid[], ${today}::date) c
    where not exists (select from training_dedicated o
      where o.person_id = c.person_id and o.cause = c.cause and o.about_id = c.about_id and o.cause_on = c.cause_on)`.execute(tx);
  if (rows.length === 0) return 0;
  const words = { cause: 'text', cause_on: 'date', due_on: 'date', hours_owed: 'numeric' } as const;
  const columns = { id: 'uuid', person_id: 'uuid', unit_id: 'uuid', about_id: 'uuid', ...words } as const;
  const { numAffectedRows } = await sql`
    insert into training_dedicated (id, person_id, unit_id, cause, about_id, cause_on, hours_owed, due_on)
    select r.id, r.person_id, r.unit_id, r.cause, r.about_id, r.cause_on, r.hours_owed, r.due_on
    from ${rowsAsTable(
      'r',
      columns,
      rows.map((row) => ({ ...row, id: newId() })),
    )} on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/**
 * Only rows that come out differently are written. What was met stays so, unless a correction may have taken hours away; what is owed follows the
 * rules of today, and is void once its cause is gone: the person left, the place is dusty no more, the change was withdrawn, the review is done.
 */
export async function settleDedicated({ tx, today }: Writing, people: readonly string[] | null): Promise<number> {
  const some = people === null ? null : [...people];
  const looked =
    people === null
      ? sql`o.met_on is null or exists (select from training_credits k where k.person_id = o.person_id and k.corrects_id is not null)`
      : sql`o.person_id = any(${some}::uuid[])`;
  const { numAffectedRows } = await sql`
    with caused as materialized (select * from house.training_dedicated_causes(${some}::uuid[], ${today}::date)),
    asked as materialized (
      select o.id, o.person_id, o.cause, o.about_id, o.cause_on, p.unit_id,
        case when o.met_on is null then coalesce(c.hours_owed, o.hours_owed) else o.hours_owed end as hours_owed,
        case when o.cause = 'dust' then coalesce((
          select min(w.from_on) from appointments w
          where w.person_id = o.person_id and w.post in ('staff', 'teamLeader', 'pointKeeper') and w.from_on >= o.cause_on
            and (w.to_on is null or w.to_on > w.from_on)), c.due_on, o.due_on) else o.due_on end as due_on,
        case when p.left_on is not null or (c.person_id is null and ${gone}) then coalesce(o.void_on, ${today}::date) end as void_on
      from training_dedicated o join persons p on p.id = o.person_id
      left join caused c on c.person_id = o.person_id and c.cause = o.cause and c.about_id = o.about_id and c.cause_on = o.cause_on
      where ${looked}),
    now as (
      select a.*, m.met_on from asked a
      cross join lateral house.training_dedicated_met(a.person_id, a.cause, a.about_id, a.cause_on, a.hours_owed, ${today}::date) m)
    update training_dedicated o set unit_id = n.unit_id, hours_owed = n.hours_owed, due_on = n.due_on, met_on = n.met_on,
      void_on = case when n.met_on is null then n.void_on end
    from now n where n.id = o.id and (o.unit_id, o.hours_owed, o.due_on, o.met_on, o.void_on) is distinct from
      (n.unit_id, n.hours_owed, n.due_on, n.met_on, case when n.met_on is null then n.void_on end)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** A cause that is found no more and does not simply lie in the past: a first use or a missed review stays owed. */
const gone = sql`case o.cause
  when 'dust' then true
  when 'fourNew' then not exists (
    select from training_changes g join units u on u.id = g.unit_id join units own on own.id = p.unit_id
    where g.id = o.about_id and g.withdrawn_on is null and own.lo between u.lo and u.hi)
  else not exists (
    select from certificates k where k.id = o.about_id and k.current and k.revoked_on is null and k.next_due_on = o.cause_on) end`;
