import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('app.at', '2026-01-07T00:33:00Z', true)`.execute(db);
  for (const part of [cities, ningbo]) await part.execute(db);
}

/** 所在城市 of a unit's profile: its own, or that of the nearest unit above. No secret, as the path to the root is none. Null: taken back. */
const cities = sql`
  create table unit_cities (
    id uuid primary key references units,
    city text
  );
  alter table unit_cities enable row level security;
  create policy all_read on unit_cities for select using (true);
  create policy in_scope_insert on unit_cities for insert with check (exists (
    select from units u where u.id = unit_cities.id and u.lo operator(house.<@) (select house.write_scope())));
  create policy in_scope_update on unit_cities for update using (exists (
    select from units u where u.id = unit_cities.id and u.lo operator(house.<@) (select house.write_scope())));
  call house.versioned('unit_cities');
  call house.allow('select, insert, update', 'unit_cities')`;

/** Where a unit may name its city, a city's rule binds again. */
const ningbo = sql`
  insert into rules (rule_id, value, layer, place, source, article, certainty, from_on)
  select 'training.returnMonths', '6', 'city', '宁波市', '宁波市安全生产条例', '第十二条', 'read', date '2023-01-01'
  where not exists (select from rules where rule_id = 'training.returnMonths' and layer = 'city' and place = '宁波市')`;
