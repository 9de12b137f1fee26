import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [clauses, rules, editions, calendar, walls]) await part.execute(db);
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  await load(db);
}

/** 条款, one row a version; the text may be an extract. */
const clauses = sql`
  create table clauses (
    id uuid primary key default gen_random_uuid(),
    code text not null,
    kind text not null check (kind in ('law', 'regulation', 'standard', 'internal')),
    title text not null,
    text text not null,
    source text not null,
    article text,
    certainty text not null check (certainty in ('read', 'quoted', 'remembered', 'own')),
    from_on date not null,
    to_on date check (to_on > from_on),
    version integer not null default 1,
    unique (code, from_on)
  );
  call house.versioned('clauses', '{version}');
  call house.allow('select, insert, update', 'clauses')`;

/** A value of a rule for one jurisdiction; `to_on` is the first day on which it no longer holds. */
const rules = sql`
  create table rules (
    id uuid primary key default gen_random_uuid(),
    rule_id text not null,
    value jsonb not null,
    layer text not null check (layer in ('product', 'nation', 'province', 'city', 'group', 'unit')),
    place text not null default '',
    source text not null,
    article text,
    certainty text not null check (certainty in ('read', 'quoted', 'remembered', 'own')),
    override boolean not null default false,
    from_on date not null,
    to_on date check (to_on > from_on),
    version integer not null default 1,
    unique (rule_id, layer, place, from_on)
  );
  call house.versioned('rules', '{version}');
  call house.allow('select, insert, update', 'rules')`;

/** Which edition of a law or standard held from when to when. */
const editions = sql`
  create table editions (
    id uuid primary key default gen_random_uuid(),
    topic text not null,
    code text not null,
    name text not null,
    certainty text not null check (certainty in ('read', 'quoted', 'remembered', 'own')),
    from_on date not null,
    to_on date check (to_on > from_on),
    unique (topic, from_on)
  );
  call house.versioned('editions');
  call house.allow('select', 'editions')`;

/** 工作日历: days that differ from the plain week; a year without a row in `work_years` has no official notice yet. */
const calendar = sql`
  create table work_calendar (
    id uuid primary key default gen_random_uuid(),
    day date not null unique,
    kind text not null check (kind in ('work', 'rest')),
    name text,
    source text not null check (source in ('notice', 'headquarters'))
  );
  call house.versioned('work_calendar');
  call house.allow('select, insert, update', 'work_calendar');
  create table work_years (
    id uuid primary key default gen_random_uuid(),
    year integer not null unique check (year between 2000 and 2100),
    notice text not null
  );
  call house.versioned('work_years');
  call house.allow('select, insert, update', 'work_years')`;

/** Everybody reads them; only whoever acts for the whole group writes. */
const walls = sql`
  do $$
  declare
    target text;
  begin
    foreach target in array array['clauses', 'rules', 'editions', 'work_calendar', 'work_years'] loop
      execute format('alter table %I enable row level security', target);
      execute format('create policy all_read on %I for select using (true)', target);
      execute format('create policy headquarters_insert on %I for insert with check (current_setting(''app.whole'', true) = ''yes'')', target);
      execute format('create policy headquarters_update on %I for update using (current_setting(''app.whole'', true) = ''yes'')', target);
    end loop;
  end $$`;

/** What is known when the product is first installed; frozen with this migration, like it. */
async function load(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into clauses (code, kind, title, text, source, article, certainty, from_on, to_on)
    select code, kind, title, text, source, article, certainty, "from", "to" from jsonb_to_recordset(${data('clauses-2026')}::jsonb)
      as row (code text, kind text, title text, text text, source text, article text, certainty text, "from" date, "to" date)`.execute(db);
  await sql`
    insert into rules (rule_id, value, layer, place, source, article, certainty, from_on)
    select "ruleId", value, layer, place, source, article, certainty, "from" from jsonb_to_recordset(${data('rules-2026')}::jsonb)
      as row ("ruleId" text, value jsonb, layer text, place text, source text, article text, certainty text, "from" date)`.execute(db);
  await sql`
    insert into editions (topic, code, name, certainty, from_on, to_on)
    select topic, code, name, certainty, "from", "to" from jsonb_to_recordset(${data('editions-2026')}::jsonb)
      as row (topic text, code text, name text, certainty text, "from" date, "to" date)`.execute(db);
  const years = data('work-calendar-2025-2026');
  await sql`
    insert into work_years (year, notice)
    select year, notice from jsonb_to_recordset(${years}::jsonb) as row (year integer, notice text)`.execute(db);
  await sql`
    insert into work_calendar (day, kind, name, source)
    select (each ->> 'day')::date, each ->> 'kind', each ->> 'name', 'notice'
    from jsonb_array_elements(${years}::jsonb) as year, jsonb_array_elements(year -> 'days') as each`.execute(db);
}

function data(name: string): string {
  return readFileSync(join(import.meta.dirname, 'data', `${name}.json`), 'utf8');
}
