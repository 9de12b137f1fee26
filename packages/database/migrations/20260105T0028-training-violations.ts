import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [violations, retrainings, beside, reminders]) await part.execute(db);
}

/**
 * 三违. It counts for the unit where the person belongs; somebody from elsewhere is written down by name at the unit where it happened.
 * The person sees his own.
 */
const violations = sql`
  create table violations (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_id uuid references persons,
    outsider_name text,
    outsider_of text,
    kind text not null check (kind in ('illegalCommand', 'illegalOperation', 'disciplineBreach')),
    what text not null,
    clause text,
    point_id uuid references points,
    place text,
    found_at timestamptz not null,
    found_on date not null,
    finder_id uuid references persons,
    photos text[] not null default '{}',
    recorded_at timestamptz not null,
    handling text check (handling in ('education', 'fine', 'suspension')),
    fine_fen bigint check (fine_fen > 0),
    handling_note text,
    handled_by_id uuid references persons,
    handled_on date,
    re_educate_by date not null,
    re_educated_on date,
    re_educated_how text check (re_educated_how in ('session', 'talk')),
    session_id uuid,
    re_educated_by_id uuid references persons,
    talk text,
    voided_at timestamptz,
    void_reason text,
    version integer not null default 1,
    check ((person_id is null) <> (outsider_name is null)),
    check ((fine_fen is not null) = (handling is not distinct from 'fine')),
    check ((handling is null) = (handled_on is null)),
    check ((re_educated_on is null) = (re_educated_how is null)),
    check ((voided_at is null) = (void_reason is null))
  );
  create index violations_of_branch on violations (unit_pos, found_on desc, id);
  create index violations_of_person on violations (person_id, found_on) where voided_at is null;
  create index violations_open on violations (re_educate_by) where re_educated_on is null and voided_at is null;
  call house.scope_by_unit('violations');
  create policy own on violations for select using (person_id = (select house.me()));
  call house.follows_unit('violations', 're_educated_on is null and voided_at is null');
  call house.versioned('violations', '{version}');
  call house.allow('select, insert, update', 'violations')`;

/** 屡犯重训: owed by a person after repeats, once for the violation that made it so. Until it is done he may not be assigned. */
const retrainings = sql`
  create table violation_retrainings (
    id uuid primary key,
    violation_id uuid not null references violations,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    count smallint not null,
    owed_on date not null,
    due_on date not null check (due_on >= owed_on),
    done_on date check (done_on >= owed_on),
    session_id uuid,
    result_id uuid references exam_results,
    done_by_id uuid references persons,
    cancelled_on date,
    version integer not null default 1,
    check (done_on is null or session_id is not null or result_id is not null),
    check (done_on is null or cancelled_on is null)
  );
  create unique index violation_retrainings_of_violation on violation_retrainings (violation_id) where cancelled_on is null;
  create index violation_retrainings_of_person on violation_retrainings (person_id, owed_on);
  create index violation_retrainings_open on violation_retrainings (due_on) where done_on is null and cancelled_on is null;
  call house.scope_by_unit('violation_retrainings');
  create policy own_read on violation_retrainings for select using (person_id = (select house.me()));
  create policy own_update on violation_retrainings for update using (person_id = (select house.me()));
  call house.follows_unit('violation_retrainings', 'done_on is null and cancelled_on is null');
  call house.versioned('violation_retrainings', '{version}');
  call house.allow('select, insert, update', 'violation_retrainings')`;

/** 正向报告 and 行为检查: what was seen done rightly, and how many were looked at. */
const beside = sql`
  create table good_acts (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_id uuid references persons,
    person_words text,
    what text not null,
    place text,
    seen_on date not null,
    reporter_id uuid references persons,
    photos text[] not null default '{}',
    recorded_at timestamptz not null,
    check (person_id is null or person_words is null)
  );
  create index good_acts_of_branch on good_acts (unit_pos, seen_on desc, id);
  create index good_acts_of_person on good_acts (person_id) where person_id is not null;
  call house.scope_by_unit('good_acts');
  create policy own on good_acts for select using (person_id = (select house.me()) or reporter_id = (select house.me()));
  call house.allow('select, insert', 'good_acts');

  create table behaviour_checks (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    on_day date not null,
    point_id uuid references points,
    place text,
    observed smallint not null check (observed > 0),
    safe smallint not null check (safe between 0 and observed),
    topics text[] not null default '{}',
    note text,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index behaviour_checks_of_branch on behaviour_checks (unit_pos, on_day desc, id);
  call house.scope_by_unit('behaviour_checks');
  call house.allow('select, insert', 'behaviour_checks')`;

/** Each telling once: a violation, a re-training or an exam, and how many days after its day. */
const reminders = sql`
  create table learning_reminders (
    subject_id uuid not null,
    rule text not null,
    days integer not null,
    told_at timestamptz not null,
    primary key (subject_id, rule, days)
  );
  alter table learning_reminders enable row level security;
  create policy by_the_clock on learning_reminders using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'learning_reminders')`;
