import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // Rules keep their history, which takes its instant from here.
  await sql`select set_config('app.at', '2000-01-01T00:00:00Z', true)`.execute(db);
  for (const part of [gates, objections, overrides, rules]) await part.execute(db);
}

/**
 * 准入: contexts say here which function of theirs judges whether people may take up a post. It gets the people, the unit, the post,
 * the item of a certified post (null for a plain appointment, whose post then is the worker's own) and the day, and answers one row an
 * objection: (person_id uuid, code text, facts jsonb). It tells codes and harmless facts only, for it reads beyond the caller's scope.
 */
const gates = sql`
  create table house.gates (name text primary key, fn text not null);
  create procedure house.gate(gate_name text, gate_fn text) language plpgsql as $$
  begin
    insert into house.gates values (gate_name, gate_fn) on conflict (name) do update set fn = excluded.fn;
    execute format('revoke execute on function %s(uuid[], uuid, text, text, date) from public', gate_fn);
  end $$`;

/** What all gates have against these people, of whom only those in the caller's scope are judged. */
const objections = sql`
  create function house.gate_objections(persons uuid[], unit uuid, post text, certified_post text, on_day date)
    returns table (gate text, person_id uuid, code text, facts jsonb)
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    entry record;
    seen uuid[] := array(select p.id from public.persons p where p.id = any(persons) and p.unit_pos <@ house.read_scope());
  begin
    for entry in select g.name, g.fn from house.gates g order by g.name loop
      return query execute format('select %L::text, o.person_id, o.code, o.facts from %s($1, $2, $3, $4, $5) o', entry.name, entry.fn)
        using seen, unit, post, certified_post, on_day;
    end loop;
  end $$;
  revoke execute on function house.gate_objections from public;
  do $$ begin
    execute format('grant execute on function house.gate_objections to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** 放行: who let whom take up a post in spite of which objections, why and until when. A fact that stays. */
const overrides = sql`
  create table gate_overrides (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_id uuid not null references persons,
    post text not null,
    certified_post text,
    reason text not null,
    objections jsonb not null,
    from_on date not null,
    until_on date not null check (until_on >= from_on),
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index gate_overrides_of_branch on gate_overrides (unit_pos, from_on desc, id);
  create index gate_overrides_of_person on gate_overrides (person_id, unit_id, until_on);
  call house.scope_by_unit('gate_overrides');
  call house.allow('select, insert', 'gate_overrides')`;

const rules = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on) values
    ('workforce.overrideDays', '30', 'product', '', '产品默认值', 'own', date '2000-01-01')`;
