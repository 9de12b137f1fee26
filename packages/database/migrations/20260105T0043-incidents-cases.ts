import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [investigation, gates, beside, names]) await part.execute(db);
}

/** 调查 and what follows from it. */
const investigation = sql`
  create table incident_investigations (
    id uuid primary key,
    incident_id uuid not null unique references incidents,
    level text not null check (level in ('enterprise', 'county', 'city', 'province', 'state')),
    leader_id uuid references persons,
    team jsonb not null default '[]',
    started_on date not null,
    started_at timestamptz not null,
    appraisal_days integer not null default 0 check (appraisal_days >= 0),
    extended_days integer not null default 0 check (extended_days >= 0),
    direct_cause text,
    indirect_causes jsonb not null default '[]',
    nature text check (nature in ('responsible', 'notResponsible', 'natural')),
    chapters jsonb not null default '{}',
    nobody_to_handle text,
    submitted_by_id uuid references persons,
    submitted_at timestamptz,
    approved_by_id uuid references persons,
    approved_at timestamptz,
    approved_by_body text,
    note text,
    version integer not null default 1
  );
  call house.versioned_of_incident('incident_investigations');
  call house.allow('select, insert, update', 'incident_investigations');

  create table incident_handlings (
    id uuid primary key,
    incident_id uuid not null references incidents,
    person_id uuid references persons,
    name text not null,
    measure text not null check (measure in
      ('reminder', 'talk', 'notice', 'economic', 'warning', 'demerit', 'demote', 'remove', 'dismiss', 'transferJudicial')),
    clause text,
    body text not null,
    decided_on date not null,
    executed_on date,
    evidence text,
    version integer not null default 1,
    check (executed_on is null or executed_on >= decided_on)
  );
  create index incident_handlings_of_incident on incident_handlings (incident_id);
  call house.versioned_of_incident('incident_handlings');
  call house.allow('select, insert, update', 'incident_handlings');

  create table incident_hazards (
    id uuid primary key,
    incident_id uuid not null references incidents,
    hazard_id uuid not null references hazards,
    tie text not null check (tie in ('ledTo', 'found')),
    by_id uuid references persons,
    recorded_at timestamptz not null,
    unique (incident_id, hazard_id)
  );
  create index incident_hazards_of_hazard on incident_hazards (hazard_id);
  call house.child_of_incident('incident_hazards');
  call house.allow('select, insert', 'incident_hazards')`;

/** 四不放过: a person's confirmation of each; those given before a case was taken up again no longer count. */
const gates = sql`
  create table incident_gates (
    id uuid primary key,
    incident_id uuid not null references incidents,
    round integer not null,
    gate text not null check (gate in ('causeFound', 'personHandled', 'measuresDone', 'peopleEducated')),
    confirmed_by_id uuid references persons,
    confirmed_at timestamptz not null,
    evidence text not null,
    proof jsonb not null,
    unique (incident_id, round, gate)
  );
  call house.child_of_incident('incident_gates');
  call house.allow('select, insert', 'incident_gates');

  /* 事故教育: who was taught what the case teaches, where it was not a training session. */
  create table incident_briefings (
    id uuid primary key,
    incident_id uuid not null references incidents,
    on_day date not null,
    people integer not null check (people > 0),
    text text not null,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index incident_briefings_of_incident on incident_briefings (incident_id);
  call house.child_of_incident('incident_briefings');
  call house.allow('select, insert', 'incident_briefings')`;

const beside = sql`
  create table incident_events (
    id uuid primary key,
    seq bigint generated always as identity,
    incident_id uuid not null references incidents,
    step text not null,
    by_id uuid references persons,
    at timestamptz not null,
    note text,
    facts jsonb not null default '{}'
  );
  create index incident_events_of_incident on incident_events (incident_id, at);
  call house.child_of_incident('incident_events');
  call house.allow('select, insert', 'incident_events');

  create table incident_photos (
    incident_id uuid not null references incidents,
    sha256 text not null check (length(sha256) = 64),
    at integer not null,
    declared_by_id uuid references persons,
    declared_at timestamptz not null,
    primary key (incident_id, sha256)
  );
  call house.child_of_incident('incident_photos');
  call house.allow('select, insert', 'incident_photos')`;

/** The names that stand on these incidents, wherever their bearers belong; nothing of an incident outside of the scope. */
const names = sql`
  create function house.named_on_incidents(wanted uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (
      select i.* from incidents i where i.id = any(wanted[1:500]) and i.unit_pos <@ house.read_scope()),
    named as (
      select unnest(array[leader_id, reported_by_id, graded_by_id, closed_by_id]) as person_id from seen
      union select person_id from incident_casualties where incident_id in (select seen.id from seen)
      union select person_id from incident_handlings where incident_id in (select seen.id from seen)
      union select unnest(array[leader_id, submitted_by_id, approved_by_id]) from incident_investigations
        where incident_id in (select seen.id from seen)
      union select by_id from incident_grades where incident_id in (select seen.id from seen)
      union select by_id from incident_findings where incident_id in (select seen.id from seen)
      union select by_id from incident_reports where incident_id in (select seen.id from seen)
      union select confirmed_by_id from incident_gates where incident_id in (select seen.id from seen)
      union select by_id from incident_events where incident_id in (select seen.id from seen))
    select p.id, p.name from persons p where p.id in (select person_id from named) $$;
  revoke execute on function house.named_on_incidents from public;
  do $$ begin
    execute format('grant execute on function house.named_on_incidents to %I',
      (select value from house.facts where name = 'runtime_role'));
  end $$`;
