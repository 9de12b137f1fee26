import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [persons, appointments, absences, appointedNames, duties, knownPerson]) await part.execute(db);
}

/**
 * Identity number and phone are AES-256-GCM sealed; `*_index` is a keyed hash that finds an exact number again, `*_masked` is what
 * everybody sees. The clear number is in no column.
 */
const persons = sql`
  create table persons (
    id uuid primary key,
    staff_no text unique,
    name text not null,
    sex text check (sex in ('male', 'female')),
    unit_id uuid not null references units,
    unit_pos bigint not null,
    title text,
    engagement text check (engagement in ('dispatched', 'rehired', 'intern')),
    hired_on date,
    left_on date,
    identity_sealed bytea,
    identity_index bytea unique,
    identity_masked text,
    phone_sealed bytea,
    phone_index bytea,
    phone_masked text,
    search_key text not null,
    version integer not null default 1
  );
  create index persons_of_branch on persons (unit_pos, name, id);
  create index persons_by_phone on persons (phone_index);
  call house.scope_by_unit('persons');
  call house.follows_unit('persons', 'left_on is null');
  call house.versioned('persons', '{identity_sealed,phone_sealed,search_key,version}');
  call house.allow('select, insert, update', 'persons')`;

/** 任职: who holds which post of which unit (or point) from when to when. `to_on` is the first day after it; one that ends on its first day never held. */
const appointments = sql`
  create table appointments (
    id uuid primary key,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    post text not null check (post in ('firstResponsible', 'unitHead', 'safetyDirector', 'safetyOfficer', 'workshopHead',
      'teamLeader', 'pointKeeper', 'staff')),
    point_id uuid,
    deputy boolean not null default false,
    from_on date not null,
    to_on date check (to_on >= from_on),
    version integer not null default 1
  );
  create index appointments_of_unit on appointments (unit_id, post, from_on);
  create index appointments_of_person on appointments (person_id, from_on);
  create index appointments_of_point on appointments (point_id, from_on) where point_id is not null;
  call house.scope_by_unit('appointments');
  call house.ends_with_unit('appointments');
  call house.versioned('appointments', '{version}');
  call house.allow('select, insert, update', 'appointments')`;

/**
 * 请假、离岗: while it lasts, the deputies of the person's posts answer for them. `until_at` is the first instant after it. Whoever sees
 * the person, or a post that the person holds, sees when the person is away.
 */
const absences = sql`
  create table absences (
    id uuid primary key,
    person_id uuid not null references persons,
    from_at timestamptz not null,
    until_at timestamptz not null check (until_at >= from_at),
    reason text not null
  );
  create index absences_of_person on absences (person_id, from_at);
  call house.versioned('absences');
  call house.allow('select, insert, update', 'absences');
  alter table absences enable row level security;
  create policy in_sight on absences for select using (
    exists (select from persons p where p.id = person_id) or exists (select from appointments a where a.person_id = absences.person_id));
  create policy in_scope_insert on absences for insert with check (
    exists (select from persons p where p.id = person_id and p.unit_pos <@ (select house.write_scope())));
  create policy in_scope_update on absences for update using (
    exists (select from persons p where p.id = person_id and p.unit_pos <@ (select house.write_scope())));
  drop policy all_read on absences_history;
  create policy in_sight on absences_history for select using (
    exists (select from persons p where p.id = person_id) or exists (select from appointments a where a.person_id = absences_history.person_id))`;

/** Who holds a post of the caller's branch has a name there, even when the person belongs to another one. */
const appointedNames = sql`
  create function house.appointed_names(ids uuid[]) returns table (person_id uuid, name text, staff_no text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct p.id, p.name, p.staff_no from appointments a join persons p on p.id = a.person_id
    where a.id = any(ids) and a.unit_pos <@ house.read_scope() $$;
  revoke execute on function house.appointed_names from public;
  do $$ begin
    execute format('grant execute on function house.appointed_names to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/**
 * What a person who leaves would leave open: contexts say it of their own tables (`holder` is the column of the person's id). Finding and
 * handing over act with the caller's rights in his scope; `ties_of` counts in the whole group and tells nothing but the counts.
 */
const duties = sql`
  create table house.duties (name regclass, holder name, live text not null, primary key (name, holder));
  create procedure house.duty(target regclass, holder name, live text) language sql as $$ insert into house.duties values (target, holder, live) $$;
  create function house.duties_of(person uuid) returns table (name text, id uuid, unit_id uuid) language plpgsql stable as $$
  declare
    entry record;
  begin
    for entry in select * from house.duties order by duties.name::text, duties.holder loop
      return query execute format('select %L, id, unit_id from %s where %I = $1 and (%s)', entry.name::text, entry.name, entry.holder, entry.live)
        using person;
    end loop;
  end $$;
  create function house.hand_over(person uuid, successor uuid) returns table (name text, id uuid, unit_id uuid) language plpgsql as $$
  declare
    entry record;
  begin
    for entry in select * from house.duties order by duties.name::text, duties.holder loop
      return query execute format('update %s set %I = $2%s where %I = $1 and (%s) and unit_pos <@ house.write_scope() returning %L, id, unit_id', entry.name, entry.holder,
        house.next_version(entry.name), entry.holder, entry.live, entry.name::text) using person, successor;
    end loop;
  end $$;
  create function house.ties_of(person uuid, day date) returns table (appointments bigint, duties bigint)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query select
      (select count(*) from public.appointments a where a.person_id = person and (a.to_on is null or a.to_on > greatest(day, a.from_on))),
      (select count(*) from house.duties_of(person));
  end $$;
  call house.allow('select', 'house.duties');
  revoke execute on function house.ties_of from public;
  do $$ begin
    execute format('grant execute on function house.ties_of to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** Whether the group knows a number already. It answers which number is taken, never by whom or where. */
const knownPerson = sql`
  create function house.known_person(identity bytea, staff text) returns table (identity_known boolean, staff_no_known boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from persons where identity_index = identity), exists (select from persons where staff_no = staff) $$;
  create function house.known_staff_nos(wanted text[]) returns table (staff_no text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p.staff_no from persons p where p.staff_no = any(wanted[1:1000]) $$;
  revoke execute on function house.known_person, house.known_staff_nos from public;
  do $$ begin
    execute format('grant execute on function house.known_person, house.known_staff_nos to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
