import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [schemes, shifts, beside, told, names, rules]) await part.execute(db);
}

/** 值班安排 of a unit: when day and night change, which of them are watched, and by how many 带班领导 and 值班员. */
const schemes = sql`
  create table watch_schemes (
    id uuid primary key,
    unit_id uuid not null unique references units,
    unit_pos bigint not null,
    day_from text not null check (day_from ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
    night_from text not null check (night_from ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
    /* workDay, workNight, restDay, restNight. */
    watched text[] not null check (cardinality(watched) > 0),
    leaders integer not null check (leaders between 0 and 3),
    keepers integer not null check (keepers between 0 and 9),
    from_on date not null,
    version integer not null default 1,
    check (leaders + keepers > 0),
    check (day_from < night_from)
  );
  create index watch_schemes_of_branch on watch_schemes (unit_pos);
  call house.scope_by_unit('watch_schemes');
  call house.versioned('watch_schemes', '{version}');
  call house.allow('select, insert, update', 'watch_schemes')`;

/** One seat of one watch that is owed, an occurrence of its own; nobody stands it while `person_id` is null. */
const shifts = sql`
  create table watch_shifts (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    on_day date not null,
    part text not null check (part in ('day', 'night')),
    rest_day boolean not null,
    post text not null check (post in ('leader', 'keeper')),
    seat integer not null,
    from_at timestamptz not null,
    until_at timestamptz not null check (until_at > from_at),
    person_id uuid references persons,
    checked_in_at timestamptz,
    version integer not null default 1,
    unique (unit_id, on_day, part, post, seat),
    check (checked_in_at is null or person_id is not null)
  );
  create index watch_shifts_of_branch on watch_shifts (unit_pos, on_day, id);
  create index watch_shifts_by_time on watch_shifts (until_at, from_at);
  create index watch_shifts_of_person on watch_shifts (person_id, on_day) where person_id is not null;
  call house.scope_by_unit('watch_shifts');
  create policy own_read on watch_shifts for select using (
    person_id = (select nullif(current_setting('app.person', true), '')::uuid));
  call house.duty('watch_shifts', 'person_id', 'checked_in_at is null and from_at > house.at()');
  call house.versioned('watch_shifts', '{version}');
  call house.allow('select, insert, update', 'watch_shifts')`;

/** 调班, 交接班, 抽查电话: facts that stay. */
const beside = sql`
  create table watch_swaps (
    id uuid primary key,
    shift_id uuid not null references watch_shifts,
    from_person_id uuid references persons,
    to_person_id uuid references persons,
    reason text not null,
    by_id uuid references persons,
    at timestamptz not null
  );
  create index watch_swaps_of_shift on watch_swaps (shift_id, at);

  /* 交接班: noted by whoever goes, signed by whoever comes. */
  create table watch_hand_overs (
    shift_id uuid primary key references watch_shifts,
    notes text not null,
    given_by_id uuid not null references persons,
    given_at timestamptz not null,
    taken_by_id uuid references persons,
    taken_at timestamptz,
    check ((taken_by_id is null) = (taken_at is null)),
    check (taken_by_id <> given_by_id)
  );

  create table watch_calls (
    id uuid primary key,
    shift_id uuid not null references watch_shifts,
    answered boolean not null,
    note text,
    by_id uuid references persons,
    at timestamptz not null
  );
  create index watch_calls_of_shift on watch_calls (shift_id, at);

  do $$
  declare
    target text;
  begin
    foreach target in array '{watch_swaps,watch_hand_overs,watch_calls}'::text[] loop
      execute format('alter table %I enable row level security', target);
      execute format('create policy of_visible on %I for select using (
        (select house.sees_all()) or exists (select from watch_shifts s where s.id = shift_id))', target);
      execute format('create policy of_own_insert on %I for insert with check (exists (
        select from watch_shifts s where s.id = shift_id and s.unit_pos <@ (select house.write_scope())))', target);
      execute format('create policy of_own_update on %I for update using (exists (
        select from watch_shifts s where s.id = shift_id and s.unit_pos <@ (select house.write_scope())))', target);
    end loop;
  end $$;
  call house.allow('select, insert', 'watch_swaps');
  call house.allow('select, insert', 'watch_calls');
  call house.allow('select, insert, update', 'watch_hand_overs')`;

/** Each telling once. */
const told = sql`
  create table watch_tellings (
    shift_id uuid not null references watch_shifts,
    about text not null check (about in ('ahead', 'uncovered', 'notCheckedIn', 'stillNotCheckedIn')),
    told_at timestamptz not null,
    primary key (shift_id, about)
  );
  alter table watch_tellings enable row level security;
  create policy by_the_clock on watch_tellings using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'watch_tellings')`;

/** Whoever sees a watch sees who stands it, from whichever unit of the group they are; numbers are masked. */
const names = sql`
  create function house.watch_people(ids uuid[]) returns table (person_id uuid, name text, phone_masked text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p.id, p.name, p.phone_masked from persons p where p.id in (
      select unnest(array[s.person_id, h.given_by_id, h.taken_by_id, w.from_person_id, w.to_person_id, w.by_id, c.by_id])
      from watch_shifts s
        left join watch_hand_overs h on h.shift_id = s.id
        left join watch_swaps w on w.shift_id = s.id
        left join watch_calls c on c.shift_id = s.id
      where s.id = any(ids) and s.unit_pos <@ house.read_scope()) $$;
  revoke execute on function house.watch_people from public;
  do $$ begin
    execute format('grant execute on function house.watch_people to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

const rules = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, value::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values ('workforce.watchCheckInMinutes', 15), ('workforce.watchUncoveredHours', 24)) as row (rule_id, value)`;
