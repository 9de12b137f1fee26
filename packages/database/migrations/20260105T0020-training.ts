import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [courses, plans, sessions, attendance, credits]) await part.execute(db);
}

/** 课程. Seen from the owner's branch and from every unit under the owner: what headquarters offers is taken below. */
const courses = sql`
  create table training_courses (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    name text not null,
    category text not null,
    level text check (level in ('company', 'workshop', 'team')),
    class_hours double precision not null check (class_hours > 0 and class_hours <= 200),
    topics text[] not null default '{}',
    retired_on date,
    version integer not null default 1
  );
  create index training_courses_of_branch on training_courses (unit_pos, name, id);
  call house.scope_by_unit('training_courses');
  create policy in_sight on training_courses for select using (exists (select from units where units.id = unit_id));
  call house.follows_unit('training_courses', 'retired_on is null');
  call house.versioned('training_courses', '{version}');
  call house.allow('select, insert, update', 'training_courses')`;

/** 年度培训计划 of a unit, and what it wants to hold in which month. */
const plans = sql`
  create table training_plans (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    year smallint not null check (year between 2000 and 2200),
    state text not null default 'draft' check (state in ('draft', 'approved')),
    approved_by_id uuid references persons,
    approved_on date,
    version integer not null default 1,
    unique (unit_id, year),
    check ((state = 'approved') = (approved_on is not null))
  );
  create index training_plans_of_branch on training_plans (unit_pos, year desc, id);
  call house.scope_by_unit('training_plans');
  call house.versioned('training_plans', '{version}');
  call house.allow('select, insert, update', 'training_plans');

  create table training_plan_lines (
    id uuid primary key,
    plan_id uuid not null references training_plans,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    no smallint not null,
    title text not null,
    category text not null,
    level text check (level in ('company', 'workshop', 'team')),
    month smallint not null check (month between 1 and 12),
    class_hours double precision not null check (class_hours > 0 and class_hours <= 200),
    audience text not null,
    people integer not null check (people >= 0),
    dropped boolean not null default false,
    unique (plan_id, no)
  );
  call house.scope_by_unit('training_plan_lines');
  call house.versioned('training_plan_lines');
  call house.allow('select, insert, update', 'training_plan_lines')`;

/**
 * 培训: of the unit that holds it, and known where its people are. Once closed it does not change any more;
 * what was wrong about a person's hours is put right by a credit that names the wrong one. The QR code holds `code`.
 */
const sessions = sql`
  create table training_sessions (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    kind text not null check (kind in ('planned', 'quick')),
    category text not null,
    level text check (level in ('company', 'workshop', 'team')),
    title text not null,
    topics text[] not null default '{}',
    course_id uuid references training_courses,
    plan_line_id uuid references training_plan_lines,
    /* What it is held about, as an incident whose causes people are told. */
    about_id uuid,
    /* Assigned from elsewhere: to be held by this day. */
    due_on date,
    starts_at timestamptz,
    ends_at timestamptz check (ends_at > starts_at),
    class_hours double precision not null check (class_hours >= 0 and class_hours <= 200),
    place text,
    trainer text,
    method text,
    /* Whether each person's result is part of the record. */
    assessed boolean not null default false,
    state text not null default 'planned' check (state in ('planned', 'closed', 'cancelled')),
    cancel_reason text,
    summary text,
    photos text[] not null default '{}',
    code text not null unique,
    held_on date,
    closed_at timestamptz,
    closed_by_id uuid references persons,
    by_id uuid references persons,
    origin text not null default 'recorded' check (origin in ('recorded', 'opening')),
    search_key text not null,
    version integer not null default 1,
    check ((state = 'closed') = (closed_at is not null)),
    check (state <> 'closed' or held_on is not null),
    check (class_hours * 2 = floor(class_hours * 2))
  );
  create index training_sessions_of_branch on training_sessions (unit_pos, starts_at desc, id);
  create index training_sessions_about on training_sessions (about_id) where about_id is not null;
  create index training_sessions_open on training_sessions (due_on, id) where state = 'planned';
  call house.scope_by_unit('training_sessions');
  call house.follows_unit('training_sessions', 'state = ''planned''');
  call house.versioned('training_sessions', '{search_key,version}');
  call house.allow('select, insert, update', 'training_sessions')`;

/** 应到与签到, while the session is open. Seen where it is held and by whoever sees the person. */
const attendance = sql`
  create table training_attendance (
    id uuid primary key,
    session_id uuid not null references training_sessions,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_id uuid not null references persons,
    expected boolean not null,
    way text check (way in ('scan', 'list', 'sheet')),
    signed_in_at timestamptz,
    signed_out_at timestamptz check (signed_out_at >= signed_in_at),
    result text check (result in ('passed', 'failed')),
    score smallint check (score between 0 and 100),
    note text,
    unique (session_id, person_id),
    check ((way is null) = (signed_in_at is null))
  );
  create index training_attendance_of_person on training_attendance (person_id, session_id);
  call house.scope_by_unit('training_attendance');
  create policy of_person on training_attendance for select using (
    person_id = nullif(current_setting('app.person', true), '')::uuid or exists (select from persons p where p.id = person_id));
  create policy of_expected on training_sessions for select using (exists (
    select from training_attendance a where a.session_id = training_sessions.id));
  call house.versioned('training_attendance');
  call house.allow('select, insert, update', 'training_attendance')`;

/**
 * 学时, whole or half: what a closed session gave a person. unit_id is the unit that held it, person_unit_id where the person belonged then. Never
 * changed: the one whose id a later row names in corrects_id counts no more.
 */
const credits = sql`
  create table training_credits (
    id uuid primary key,
    session_id uuid not null references training_sessions,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    person_unit_id uuid not null references units,
    category text not null,
    level text check (level in ('company', 'workshop', 'team')),
    on_day date not null,
    attended boolean not null,
    class_hours double precision not null check (class_hours >= 0 and class_hours <= 200),
    result text check (result in ('passed', 'failed')),
    score smallint check (score between 0 and 100),
    origin text not null default 'recorded' check (origin in ('recorded', 'opening')),
    reason text,
    corrects_id uuid unique references training_credits,
    by_id uuid references persons,
    recorded_at timestamptz not null,
    check ((corrects_id is null) = (reason is null)),
    check (attended or class_hours = 0),
    check (class_hours * 2 = floor(class_hours * 2))
  );
  create index training_credits_of_person on training_credits (person_id, on_day);
  create index training_credits_of_session on training_credits (session_id, person_id);
  call house.scope_by_unit('training_credits');
  create policy of_person on training_credits for select using (
    person_id = nullif(current_setting('app.person', true), '')::uuid or exists (select from persons p where p.id = person_id));
  call house.allow('select, insert', 'training_credits')`;
