import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [doors, people]) await part.execute(db);
}

/**
 * The names that stand on hazards within the session's scope, whatever branch those persons belong to: a record is read whole. It
 * answers for the hazards asked and for nobody who is not named on them. What was assigned to the person of the session is told to that
 * person alone, from whatever branch it comes: a list of his own tasks widens nothing.
 */
const people = sql`
  create function house.named_on_hazards(wanted uuid[]) returns table (id uuid, name text, unit text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (
      select h.* from hazards h where h.id = any(wanted[1:500]) and h.unit_pos <@ house.read_scope()),
    named as (
      select unnest(array[found_by_id, responsible_id, leader_id, registered_by_id, submitted_by_id, accepted_by_id, voided_by_id]
        || rectifier_ids) as person_id from seen
      union select by_id from hazard_events where hazard_id in (select seen.id from seen)
      union select by_id from hazard_notes where hazard_id in (select seen.id from seen)
      union select inspector_id from hazard_look_backs where hazard_id in (select seen.id from seen)
      union select unnest(array[asked_by_id, decided_by_id]) from hazard_extensions where hazard_id in (select seen.id from seen)
      union select unnest(array[asked_by_id, decided_by_id]) from hazard_voidings where hazard_id in (select seen.id from seen)
      union select unnest(array[denial_proposed_by_id, decided_by_id]) from hazard_suggestions where hazard_id in (select seen.id from seen)
      union select unnest(array[main_person_id, listed_by_id, delisting_asked_by_id, delisted_by_id])
        from hazard_supervisions where hazard_id in (select seen.id from seen))
    select p.id, p.name, u.name from persons p join units u on u.id = p.unit_id where p.id in (select person_id from named) $$;
  create function house.assigned_hazards(day date) returns table (
      id uuid, number text, stage text, level text, category text, key_area text, unit_name text, place text, text text,
      found_on date, due_on date, verb text, until_on date, look_back_to_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select h.id, h.number, h.stage, h.level, h.category, h.key_area, u.name, h.place, h.text, h.found_on, h.due_on, a.verb, a.until_on, l.to_on
    from assignments a
    join hazards h on h.id = a.subject_id
    join units u on u.id = h.unit_id
    left join hazard_look_backs l on l.hazard_id = h.id and l.round = h.reopenings and l.result is null
    where a.person_id = nullif(current_setting('app.person', true), '')::uuid and a.ended_at is null and a.until_on >= day
      and ((a.verb = 'hazards.rectify' and h.stage in ('assigned', 'rectifying')) or (a.verb = 'hazards.lookBack' and l.id is not null))
    order by coalesce(l.to_on, h.due_on), h.id limit 500 $$;
  revoke execute on function house.named_on_hazards, house.assigned_hazards from public;
  do $$ begin
    execute format('grant execute on function house.named_on_hazards, house.assigned_hazards to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** 查询码: only its hash, and readable by nobody; whoever brings the code is let in to that one hazard. */
const doors = sql`
  create table hazard_claims (
    hazard_id uuid primary key references hazards,
    code_hash bytea not null unique
  );
  alter table hazard_claims enable row level security;
  create policy of_own_insert on hazard_claims for insert with check (exists (
    select from hazards h where h.id = hazard_id and h.unit_pos <@ (select house.write_scope())));
  call house.allow('insert', 'hazard_claims');
  create function house.claimed_hazard(code bytea) returns table (id uuid, lo bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select h.id, h.unit_pos from hazard_claims c join hazards h on h.id = c.hazard_id where c.code_hash = code $$;
  revoke execute on function house.claimed_hazard from public;
  do $$ begin
    execute format('grant execute on function house.claimed_hazard to %I', (select value from house.facts where name = 'runtime_role'));
  end $$;
  /* What reporter and unit say to each other about an anonymous report. */
  create table hazard_notes (
    id uuid primary key,
    hazard_id uuid not null references hazards,
    by_reporter boolean not null,
    by_id uuid references persons check (not by_reporter or by_id is null),
    text text not null,
    at timestamptz not null
  );
  create index hazard_notes_of on hazard_notes (hazard_id, at);
  call house.child_of_hazard('hazard_notes');
  call house.allow('select, insert', 'hazard_notes')`;
