import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [childOf, incidents, people, grading]) await part.execute(db);
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
