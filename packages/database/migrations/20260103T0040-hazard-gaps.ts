import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [seenBefore, ownTasks, escalation, urgency]) await part.execute(db);
}

/** A photo used again is marked where it came second: the record that showed it first has nothing to answer for. */
const seenBefore = sql`
  create or replace function house.evidence_seen_before(wanted text[], except_subject uuid)
    returns table (sha256 text, subject_id uuid, seen_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct on (e.sha256) e.sha256,
      case when e.unit_pos <@ house.read_scope() then e.subject_id end,
      (e.arrived_at at time zone 'Asia/Shanghai')::date
    from evidence e
    where e.sha256 = any(wanted[1:200]) and e.arrived_at is not null and e.subject_id is distinct from except_subject
      and house.read_scope() is not null
      and e.declared_at <= coalesce(
        (select min(own.declared_at) from evidence own where own.subject_id = except_subject and own.sha256 = e.sha256), 'infinity')
    order by e.sha256, (e.unit_pos <@ house.read_scope()) desc, e.arrived_at $$`;

/** One's own tasks with the photo that stands for each; that photo alone, from whatever branch it comes. */
const ownTasks = sql`
  drop function house.assigned_hazards(date);
  create function house.assigned_hazards(day date) returns table (
      id uuid, number text, stage text, level text, category text, key_area text, unit_name text, place text, text text,
      found_on date, due_on date, verb text, until_on date, look_back_to_on date, photo_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select h.id, h.number, h.stage, h.level, h.category, h.key_area, u.name, h.place, h.text, h.found_on, h.due_on, a.verb, a.until_on, l.to_on,
      (select e.id from hazard_photos photo join evidence e on e.subject_id = photo.hazard_id and e.sha256 = photo.sha256
        where photo.hazard_id = h.id and photo.kind = 'before' and e.arrived_at is not null order by photo.at, e.id limit 1)
    from assignments a
    join hazards h on h.id = a.subject_id
    join units u on u.id = h.unit_id
    left join hazard_look_backs l on l.hazard_id = h.id and l.round = h.reopenings and l.result is null
    where a.person_id = nullif(current_setting('app.person', true), '')::uuid and a.ended_at is null and a.until_on >= day
      and ((a.verb = 'hazards.rectify' and h.stage in ('assigned', 'rectifying')) or (a.verb = 'hazards.lookBack' and l.id is not null))
    order by coalesce(l.to_on, h.due_on), h.id limit 500 $$;
  revoke execute on function house.assigned_hazards from public;
  do $$ begin
    execute format('grant execute on function house.assigned_hazards to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** 逾期升级: what the product ships, until a rule of a group or a unit says otherwise. */
const escalation = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, days::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values ('hazards.escalateUnitHeadDays', 3), ('hazards.escalateParentDays', 7), ('hazards.escalateHeadquartersDays', 15))
    as row (rule_id, days)`;

/** 待办 in the order of urgency; only what waits. */
const urgency = sql`
  create index hazards_by_urgency on hazards (
    ((case when level = 'major' or suggestion in ('open', 'denialProposed') then 0 else 10000000 end)
      + ((case when stage in ('reported', 'registered') then found_on when stage = 'submitted' then coalesce(acceptance_due_on, found_on)
        else due_key end) - date '2000-01-01')), id, unit_pos)
    where stage in ('reported', 'registered', 'submitted')`;
