import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [duties, quotas, occurrences, acts, progress]) await part.execute(db);
}

/**
 * 职责清单, one row an edition: posts × duty. A row without a unit comes with the product; one of a unit holds for its branch. proof are the
 * verbs of the acts that discharge it, awaited the records of contexts that are yet to come; a duty of period 'always' is owed at all
 * times and counted never. to_on is the first day on which it no longer holds.
 */
const duties = sql`
  create table duties (
    id uuid primary key default gen_random_uuid(),
    code text not null,
    unit_id uuid references units,
    kind text not null check (kind in ('mainPerson', 'safetyBody', 'onePost', 'threeMusts', 'lead')),
    posts text[] not null check (cardinality(posts) > 0),
    /* Empty: in units of any kind. */
    unit_kinds text[] not null default '{}',
    text text not null,
    text_en text,
    /* 考核标准 */
    standard text,
    standard_en text,
    source text not null,
    article text,
    clause_code text,
    period text not null check (period in ('always', 'shift', 'day', 'week', 'month', 'quarter', 'half', 'year')),
    /* Where the unit is of high risk. */
    high_risk_period text check (high_risk_period in ('week', 'month', 'quarter', 'half', 'year')),
    times integer not null default 1 check (times between 1 and 99),
    proof text[] not null default '{}',
    awaited text[] not null default '{}',
    /* An act so many days after the period still counts, as late. */
    late_days integer not null check (late_days between 0 and 366),
    from_on date not null,
    to_on date check (to_on >= from_on),
    version integer not null default 1,
    unique nulls not distinct (unit_id, code, from_on)
  );
  create index duties_of_unit on duties (unit_id, code);
  call house.versioned('duties', '{version}');
  alter table duties enable row level security;
  create policy in_sight on duties for select using (unit_id is null or exists (select from units where units.id = unit_id));
  create policy in_scope_insert on duties for insert with check (exists (
    select from units u where u.id = unit_id and u.lo <@ (select house.write_scope())));
  create policy in_scope_update on duties for update using (exists (
    select from units u where u.id = unit_id and u.lo <@ (select house.write_scope())));
  call house.allow('select, insert, update', 'duties')`;

/** 五带头 quotas: so often in each period, for the leaders of the branch, until a unit below asks more. Seen from below, like what it asks. */
const quotas = sql`
  create table lead_quotas (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    code text not null,
    period text not null check (period in ('week', 'month', 'quarter', 'half', 'year')),
    times integer not null check (times between 1 and 99),
    from_on date not null,
    to_on date check (to_on >= from_on),
    set_by_id uuid references persons,
    version integer not null default 1
  );
  create unique index lead_quotas_now on lead_quotas (unit_id, code) where to_on is null;
  call house.scope_by_unit('lead_quotas');
  create policy in_sight on lead_quotas for select using (exists (select from units where units.id = unit_id));
  call house.ends_with_unit('lead_quotas');
  call house.versioned('lead_quotas', '{version}');
  call house.allow('select, insert, update', 'lead_quotas')`;

/**
 * 履职应做: one duty owed by one person in one period of one unit. Made once under its key, settled once by acts alone, never deleted. made_at,
 * recorded_at and waived_at are when the product learnt of it. period_on is the first day of the period, from_on the first on which this
 * person owes, due_on the last; an act up to late_until counts as late.
 */
const occurrences = sql`
  create table duty_occurrences (
    id uuid primary key default gen_random_uuid(),
    duty_id uuid not null references duties,
    code text not null,
    kind text not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_id uuid not null references persons,
    post text not null,
    deputy boolean not null,
    appointment_id uuid not null references appointments,
    period text not null,
    period_on date not null,
    from_on date not null,
    due_on date not null check (due_on >= from_on),
    late_until date not null check (late_until >= due_on),
    needed integer not null check (needed > 0),
    made_at timestamptz not null,
    /* Acts of its past have been looked through. */
    looked boolean not null default false,
    /* The act that made it enough. */
    done_at timestamptz,
    timing text check (timing in ('onTime', 'late')),
    recorded_at timestamptz,
    waived_at timestamptz,
    waived_on date,
    waived_why text check (waived_why in ('left', 'away')),
    unique (code, unit_id, person_id, period_on),
    check ((done_at is null) = (timing is null) and (done_at is null) = (recorded_at is null)),
    check ((waived_at is null) = (waived_why is null) and (done_at is null or waived_at is null))
  );
  create index duty_occurrences_of_branch on duty_occurrences (unit_pos, due_on, id);
  create index duty_occurrences_of_person on duty_occurrences (person_id, due_on);
  create index duty_occurrences_open on duty_occurrences (due_on) where done_at is null and waived_at is null;
  create index duty_occurrences_unlooked on duty_occurrences (id) where not looked;
  call house.scope_by_unit('duty_occurrences');
  call house.allow('select, insert, update', 'duty_occurrences')`;

/** The acts that count for what is owed: real ones alone, each once for a duty of a person. */
const acts = sql`
  create table duty_acts (
    occurrence_id uuid not null references duty_occurrences,
    act_id uuid not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_id uuid not null references persons,
    code text not null,
    verb text not null,
    subject_id uuid not null,
    at timestamptz not null,
    recorded_at timestamptz not null,
    primary key (occurrence_id, act_id),
    unique (person_id, code, act_id)
  );
  create index duty_acts_of_branch on duty_acts (unit_pos);
  call house.scope_by_unit('duty_acts');
  call house.allow('select, insert', 'duty_acts')`;

/** How far the clock has come with duties, and whom it has told of what, each once. */
const progress = sql`
  create table responsibility_progress (
    name text primary key,
    day date,
    at timestamptz
  );
  alter table responsibility_progress enable row level security;
  create policy by_the_clock on responsibility_progress using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert, update', 'responsibility_progress');
  create table responsibility_chases (
    subject_id uuid not null,
    target text not null,
    told_at timestamptz not null,
    primary key (subject_id, target)
  );
  alter table responsibility_chases enable row level security;
  create policy by_the_clock on responsibility_chases using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'responsibility_chases')`;
