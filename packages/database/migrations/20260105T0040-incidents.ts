import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [childOf, incidents, people, grading, clocks, investigation, gates, beside, names]) await part.execute(db);
}

/** Rows reached through an incident are seen and written where it is. */
const childOf = sql`
  create procedure house.child_of_incident(target regclass) language plpgsql as $$
  begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy of_visible on %s for select using (exists (select from incidents i where i.id = incident_id))', target);
    execute format('create policy of_own_insert on %s for insert with check (exists (
      select from incidents i where i.id = incident_id and i.unit_pos <@ (select house.write_scope())))', target);
    execute format('create policy of_own_update on %s for update using (exists (
      select from incidents i where i.id = incident_id and i.unit_pos <@ (select house.write_scope())))', target);
  end $$;
  /* The same with a history, which is read where the incident is read. */
  create procedure house.versioned_of_incident(target regclass) language plpgsql as $$
  begin
    call house.child_of_incident(target);
    call house.versioned(target, '{version}');
    execute format('drop policy all_read on %I', target::text || '_history');
    execute format('create policy of_visible on %I for select using (exists (select from incidents i where i.id = incident_id))',
      target::text || '_history');
  end $$`;

/** 事件. Counts and loss are the tally of the facts beside it, as known now; the grade is what a person decided. */
const incidents = sql`
  create table incidents (
    id uuid primary key,
    seq bigint generated always as identity,
    number text generated always as (
      'E-' || extract(year from occurred_on)::int::text || '-' || lpad(seq::text, greatest(4, length(seq::text)), '0')) stored,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    place text,
    text text not null,
    state text not null check (state in ('reported', 'confirmed', 'reportedExternally', 'investigating', 'reportSubmitted', 'approved',
      'rectifying', 'fourGates', 'closed', 'reopened', 'cancelledDuplicate', 'reclassifiedNonProduction')),
    event_class text not null check (event_class in
      ('nearMiss', 'firstAid', 'minorInjury', 'property', 'realFire', 'other', 'statutory')),
    accident_type text,
    occurred_on date not null,
    occurred_at timestamptz not null,
    discovered_at timestamptz not null,
    leader_informed_at timestamptz,
    leader_id uuid references persons,
    rescue_ended_at timestamptz,
    reported_by_id uuid references persons,
    reported_at timestamptz not null,
    recorded_at timestamptz not null,
    /* Found to be entered later than the phone says it was made: its clock runs wrong. */
    clock_suspect boolean not null default false,
    fire boolean not null default false,
    fire_brigade_called boolean not null default false,
    road_traffic boolean not null default false,
    related_party boolean not null default false,
    at_risk integer not null default 0 check (at_risk >= 0),
    trapped integer not null default 0 check (trapped >= 0),
    evacuated integer not null default 0 check (evacuated >= 0),
    /* 较大涉险 that nobody can count: severePollution, importantPlace, other. */
    dangers text[] not null default '{}',
    special_class text,
    special_triggers text[] not null default '{}',
    deaths integer not null default 0,
    serious integer not null default 0,
    minor integer not null default 0,
    missing integer not null default 0,
    loss_fen bigint not null default 0 check (loss_fen >= 0),
    grade text check (grade in ('none', 'ordinary', 'larger', 'major', 'extraordinary')),
    graded_by_id uuid references persons,
    graded_at timestamptz,
    responsibility text not null default 'pending' check (responsibility in ('unit', 'shared', 'pending', 'none')),
    responsibility_basis text,
    uncertified_operation boolean not null default false,
    unpermitted_work boolean not null default false,
    duplicate_of_id uuid references incidents,
    state_reason text,
    closed_on date,
    closed_by_id uuid references persons,
    reopenings integer not null default 0,
    library_item_id uuid,
    origin text not null default 'recorded' check (origin in ('recorded', 'opening')),
    version integer not null default 1,
    check ((state = 'closed') = (closed_on is not null)),
    check ((state = 'cancelledDuplicate') = (duplicate_of_id is not null))
  );
  create unique index incidents_by_number on incidents (number);
  create index incidents_ledger on incidents (unit_pos, occurred_on desc, id desc);
  create index incidents_of_reporter on incidents (reported_by_id, occurred_on desc, id desc) where reported_by_id is not null;
  call house.scope_by_unit('incidents');
  call house.follows_unit('incidents', 'state not in (''closed'', ''cancelledDuplicate'', ''reclassifiedNonProduction'')');
  call house.versioned('incidents', '{seq,number,version}');
  call house.allow('select, insert, update', 'incidents')`;

/** 伤亡: a person each, named or not yet; how badly, as a list that only grows, by the day on which it became so. */
const people = sql`
  create table incident_casualties (
    id uuid primary key,
    incident_id uuid not null references incidents,
    person_id uuid references persons,
    name text,
    relation text not null check (relation in ('employee', 'contractor', 'other')),
    version integer not null default 1
  );
  create index incident_casualties_of_incident on incident_casualties (incident_id);
  create unique index incident_casualties_once on incident_casualties (incident_id, person_id) where person_id is not null;
  call house.versioned_of_incident('incident_casualties');
  call house.allow('select, insert, update', 'incident_casualties');

  create table incident_degrees (
    id uuid primary key,
    seq bigint generated always as identity,
    incident_id uuid not null references incidents,
    casualty_id uuid not null references incident_casualties,
    degree text not null check (degree in ('none', 'firstAid', 'minor', 'serious', 'acutePoisoning', 'missing', 'death')),
    on_day date not null,
    lost_days integer check (lost_days >= 0),
    basis text,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index incident_degrees_of_incident on incident_degrees (incident_id, recorded_at);
  call house.child_of_incident('incident_degrees');
  call house.allow('select, insert', 'incident_degrees');

  /* 直接经济损失, in 分: the latest statement counts. */
  create table incident_losses (
    id uuid primary key,
    seq bigint generated always as identity,
    incident_id uuid not null references incidents,
    ed1 bigint not null check (ed1 >= 0),
    ed2 bigint not null check (ed2 >= 0),
    ed3 bigint not null check (ed3 >= 0),
    ed4 bigint not null check (ed4 >= 0),
    ed5 bigint not null check (ed5 >= 0),
    estimated boolean not null,
    basis text,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index incident_losses_of_incident on incident_losses (incident_id, recorded_at);
  call house.child_of_incident('incident_losses');
  call house.allow('select, insert', 'incident_losses')`;

/** 定级: what the facts suggested at each change of them, and what a person decided; nothing is ever taken back. */
const grading = sql`
  create table incident_grades (
    id uuid primary key,
    seq bigint generated always as identity,
    incident_id uuid not null references incidents,
    kind text not null check (kind in ('facts', 'decided')),
    grade text not null check (grade in ('none', 'ordinary', 'larger', 'major', 'extraordinary')),
    suggested text not null check (suggested in ('none', 'ordinary', 'larger', 'major', 'extraordinary')),
    provisional boolean not null,
    post_window boolean not null,
    deaths integer not null,
    serious integer not null,
    minor integer not null,
    missing integer not null,
    loss_fen bigint not null,
    as_of timestamptz not null,
    basis text not null,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index incident_grades_of_incident on incident_grades (incident_id, recorded_at);
  call house.child_of_incident('incident_grades');
  call house.allow('select, insert', 'incident_grades');

  /* 迟报漏报谎报瞒报: what a person found; of one kind the latest counts. */
  create table incident_findings (
    id uuid primary key,
    seq bigint generated always as identity,
    incident_id uuid not null references incidents,
    finding text not null check (finding in ('late', 'omitted', 'false', 'concealed')),
    found boolean not null,
    on_day date not null,
    basis text not null,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index incident_findings_of_incident on incident_findings (incident_id, recorded_at);
  call house.child_of_incident('incident_findings');
  call house.allow('select, insert', 'incident_findings')`;

/** 报送时限: what is owed to whom by when, an occurrence each; and the reports that were made. */
const clocks = sql`
  create table incident_reports (
    id uuid primary key,
    incident_id uuid not null references incidents,
    recipient text not null check (recipient in
      ('emergency', 'provincialEmergency', 'marketRegulator', 'fireBrigade', 'headquarters', 'socialInsurance', 'other')),
    kind text not null check (kind in ('first', 'followUp', 'casualtyChange', 'written', 'workInjury')),
    channel text not null check (channel in ('phone', 'system', 'written', 'inPerson')),
    to_whom text not null,
    reported_at timestamptz not null,
    evidence text,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index incident_reports_of_incident on incident_reports (incident_id, reported_at);
  call house.child_of_incident('incident_reports');
  call house.allow('select, insert', 'incident_reports');

  create table incident_clocks (
    id uuid primary key,
    incident_id uuid not null references incidents,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    code text not null check (code in ('confirm', 'county', 'province', 'fireBrigade', 'marketRegulator', 'hqPhone', 'hqRecord',
      'hqWritten', 'followUp', 'casualtyChange', 'workInjury', 'investigationStart', 'investigationReport')),
    /* Which of several: a day and its number, a person. */
    key text not null default '',
    starts_at timestamptz not null,
    due_at timestamptz not null,
    met_at timestamptz,
    report_id uuid references incident_reports,
    /* No longer owed: the case turned out to be another's, or not of this kind. */
    dropped_at timestamptz,
    unique (incident_id, code, key)
  );
  create index incident_clocks_open on incident_clocks (due_at, id) where met_at is null and dropped_at is null;
  create index incident_clocks_of_branch on incident_clocks (unit_pos, due_at);
  call house.scope_by_unit('incident_clocks');
  call house.versioned('incident_clocks');
  call house.follows_unit('incident_clocks', 'met_at is null and dropped_at is null');
  call house.allow('select, insert, update', 'incident_clocks');

  create table incident_reminders (
    clock_id uuid not null references incident_clocks,
    rung text not null,
    told_at timestamptz not null,
    primary key (clock_id, rung)
  );
  alter table incident_reminders enable row level security;
  create policy by_the_clock on incident_reminders using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'incident_reminders')`;

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
