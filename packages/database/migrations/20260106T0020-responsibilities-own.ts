import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [owed, acts, standing, granted]) await part.execute(db);
}

/**
 * What the person of the session owes or has settled, wherever the post lies that owes it: one's own duties are read without seeing the
 * unit. Definer functions instead of a policy, so that boards and assessments count nothing beyond their scope by it.
 */
const owed = sql`
  create function house.own_duties(since date)
    returns table (id uuid, code text, kind text, text text, text_en text, proof text[], unit_id uuid, unit text, person_id uuid, person text,
      post text, deputy boolean, period text, period_on date, from_on date, due_on date, late_until date, needed integer,
      done_at timestamptz, timing text, waived_why text, waived_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select o.id, o.code, o.kind, d.text, d.text_en, d.proof, o.unit_id, u.name, o.person_id, p.name, o.post, o.deputy, o.period, o.period_on,
      o.from_on, o.due_on, o.late_until, o.needed, o.done_at, o.timing, o.waived_why, o.waived_on
    from duty_occurrences o join duties d on d.id = o.duty_id join units u on u.id = o.unit_id join persons p on p.id = o.person_id
    where o.person_id = house.me() and o.due_on >= since order by o.due_on, o.id limit 500 $$`;

/** One's own acts that count for them. */
const acts = sql`
  create function house.own_duty_acts(since date)
    returns table (occurrence_id uuid, id uuid, verb text, subject_id uuid, at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select a.occurrence_id, a.act_id, a.verb, a.subject_id, a.at from duty_occurrences o join duty_acts a on a.occurrence_id = o.id
    where o.person_id = house.me() and o.due_on >= since order by a.at, a.act_id $$`;

/** Duties of one's posts that are owed at all times, or whose records are yet to come. */
const standing = sql`
  create function house.own_standing_duties(day date)
    returns table (code text, text text, text_en text, period text, awaited text[])
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct d.code, d.text, d.text_en, d.period, d.awaited
    from duties d left join units owner on owner.id = d.unit_id
    join (
      select a.post, u.kind, u.lo from appointments a join units u on u.id = a.unit_id
      where a.person_id = house.me() and a.from_on <= day and (a.to_on is null or a.to_on > day)
      union all
      select 'staff', u.kind, u.lo from persons p join units u on u.id = p.unit_id where p.id = house.me()) as held
      on held.post = any(d.posts) and (cardinality(d.unit_kinds) = 0 or held.kind = any(d.unit_kinds))
        and (d.unit_id is null or held.lo between owner.lo and owner.hi)
    where d.from_on <= day and (d.to_on is null or d.to_on > day) and (d.period = 'always' or cardinality(d.proof) = 0)
    order by d.code $$`;

const granted = sql`
  revoke execute on function house.own_duties, house.own_duty_acts, house.own_standing_duties from public;
  do $$ begin
    execute format('grant execute on function house.own_duties, house.own_duty_acts, house.own_standing_duties to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
