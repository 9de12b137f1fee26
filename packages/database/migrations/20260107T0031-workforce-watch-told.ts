import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Rules keep their history, which takes its instant from here.
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  for (const part of [told, planned, above, granted]) await part.execute(db);
}

/** Each telling once for each state of the seat: one that was filled and is empty again is told again. */
const told = sql`
  alter table watch_tellings add occasion integer not null default 0;
  update watch_tellings t set occasion = s.version from watch_shifts s where s.id = t.shift_id;
  alter table watch_tellings drop constraint watch_tellings_pkey, add primary key (shift_id, about, occasion)`;

/** 排班催办: that a month has no roster yet is told once. */
const planned = sql`
  create table watch_plan_reminders (
    unit_id uuid not null references units,
    month date not null check (extract(day from month) = 1),
    told_at timestamptz not null,
    primary key (unit_id, month)
  );
  alter table watch_plan_reminders enable row level security;
  create policy by_the_clock on watch_plan_reminders using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'watch_plan_reminders');
  insert into rules (rule_id, value, layer, place, source, certainty, from_on) values
    ('workforce.watchPlanDays', '5', 'product', '', '产品默认值', 'own', date '2000-01-01')`;

/** As on_duty_above and on_duty_number, of people who still work here: whoever has left answers no call, his roster and posts notwithstanding. */
const above = sql`
  create function house.answering_above(moment timestamptz)
    returns table (unit_id uuid, unit text, unit_pos bigint, keeps boolean, post text, person_id uuid, name text, phone_masked text,
      checked_in_at timestamptz, away boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select d.* from house.on_duty_above(moment) d
    where d.person_id is null or exists (
      select from persons p where p.id = d.person_id and (p.left_on is null or p.left_on > (moment at time zone 'Asia/Shanghai')::date)) $$;

  create function house.answering_number(person uuid, moment timestamptz) returns table (unit_id uuid, name text, phone_sealed bytea)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select d.unit_id, p.name, p.phone_sealed from house.answering_above(moment) d join persons p on p.id = d.person_id
    where d.person_id = person order by d.unit_pos desc limit 1 $$;

  create function house.has_left(person uuid, moment timestamptz) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from persons p where p.id = person and p.left_on <= (moment at time zone 'Asia/Shanghai')::date) $$`;

const granted = sql`
  revoke execute on function house.answering_above, house.answering_number, house.has_left from public;
  do $$ begin
    execute format('grant execute on function house.answering_above, house.answering_number, house.has_left to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
