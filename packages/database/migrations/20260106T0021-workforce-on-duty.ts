import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [withdrawn, kept, ended, above, dialled, ownPlaces, granted]) await part.execute(db);
}

/** 撤下: the scheme no longer asks for this seat. It stays as a fact, and comes back when the scheme asks for it again. */
const withdrawn = sql`
  alter table watch_shifts add withdrawn_at timestamptz, add withdrawn_why text,
    add check ((withdrawn_at is null) = (withdrawn_why is null)), add check (withdrawn_at is null or checked_in_at is null);
  update house.duties set live = 'checked_in_at is null and withdrawn_at is null and from_at > house.at()'
    where name = 'watch_shifts'::regclass`;

/** History is written by position: the columns of the table come before its own. */
const kept = sql`
  alter table watch_shifts_history rename known_from to from_then;
  alter table watch_shifts_history rename known_to to to_then;
  alter table watch_shifts_history rename known_by to by_then;
  alter table watch_shifts_history add withdrawn_at timestamptz, add withdrawn_why text,
    add known_from timestamptz, add known_to timestamptz, add known_by uuid;
  update watch_shifts_history set known_from = from_then, known_to = to_then, known_by = by_then;
  alter table watch_shifts_history drop from_then, drop to_then, drop by_then,
    alter known_from set not null, alter known_to set not null;
  create index on watch_shifts_history (id, known_from)`;

/** A scheme that watches nothing any more keeps its row: when it ended, and what it was, stand in its history. */
const ended = sql`
  do $$
  declare
    given text;
  begin
    for given in select conname from pg_constraint where conrelid = 'watch_schemes'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%cardinality(watched)%' loop
      execute format('alter table watch_schemes drop constraint %I', given);
    end loop;
  end $$`;

/**
 * 此刻谁值班 for whoever works below: who stands the watch of one's own units and of those above them at an instant, and who answers where
 * nobody does. Names, posts and masked numbers; nothing else of a unit that one does not see.
 */
const above = sql`
  create function house.on_duty_above(moment timestamptz)
    returns table (unit_id uuid, unit text, unit_pos bigint, keeps boolean, post text, person_id uuid, name text, phone_masked text,
      checked_in_at timestamptz, away boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with day as (select (moment at time zone 'Asia/Shanghai')::date as today),
      mine as (
        select p.unit_pos as lo from persons p, day where p.id = house.me() and (p.left_on is null or p.left_on > day.today)
        union select a.unit_pos from appointments a, day
          where a.person_id = house.me() and a.from_on <= day.today and (a.to_on is null or a.to_on > day.today)),
      over as (
        select u.id, u.name, u.lo, exists (select from watch_schemes w where w.unit_id = u.id and cardinality(w.watched) > 0) as keeps
        from units u where u.closed_on is null and exists (select from mine where mine.lo between u.lo and u.hi)),
      found as (
        select o.id, s.post, s.person_id, s.checked_in_at from over o join watch_shifts s on s.unit_id = o.id
          where s.from_at <= moment and s.until_at > moment and s.withdrawn_at is null
        union all
        select o.id, case when a.deputy then 'deputy' else 'head' end, a.person_id, null from over o join appointments a on a.unit_id = o.id, day
          where a.post in ('unitHead', 'firstResponsible', 'workshopHead', 'teamLeader') and a.point_id is null
            and a.from_on <= day.today and (a.to_on is null or a.to_on > day.today))
    select o.id, o.name, o.lo, o.keeps, f.post, p.id, p.name, p.phone_masked, f.checked_in_at,
      exists (select from absences b where b.person_id = p.id and b.from_at <= moment and b.until_at > moment)
    from over o join found f on f.id = o.id left join persons p on p.id = f.person_id
    order by o.lo desc, f.post, f.checked_in_at, p.id $$`;

/** The sealed number of somebody who is on duty above the person of the session at that instant; of nobody else. */
const dialled = sql`
  create function house.on_duty_number(person uuid, moment timestamptz) returns table (unit_id uuid, name text, phone_sealed bytea)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select d.unit_id, p.name, p.phone_sealed from house.on_duty_above(moment) d join persons p on p.id = d.person_id
    where d.person_id = person order by d.unit_pos desc limit 1 $$`;

/** Where one's own watches are stood, for whoever does not see that unit. */
const ownPlaces = sql`
  create function house.places_of_own_watch(ids uuid[]) returns table (shift_id uuid, unit text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select s.id, u.name from watch_shifts s join units u on u.id = s.unit_id where s.id = any(ids) and s.person_id = house.me() $$`;

const granted = sql`
  revoke execute on function house.on_duty_above, house.on_duty_number, house.places_of_own_watch from public;
  do $$ begin
    execute format('grant execute on function house.on_duty_above, house.on_duty_number, house.places_of_own_watch to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
