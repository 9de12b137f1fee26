import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [reports, clocks, told]) await part.execute(db);
}

/** 报送时限: what is owed to whom by when, an occurrence each; and the reports that were made. */
const reports = sql`
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
  call house.allow('select, insert', 'incident_reports')`;

const clocks = sql`
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
  call house.allow('select, insert, update', 'incident_clocks')`;

const told = sql`
  create table incident_reminders (
    clock_id uuid not null references incident_clocks,
    rung text not null,
    told_at timestamptz not null,
    primary key (clock_id, rung)
  );
  alter table incident_reminders enable row level security;
  create policy by_the_clock on incident_reminders using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'incident_reminders')`;
