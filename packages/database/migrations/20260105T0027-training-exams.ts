import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [exams, seats, attempts, results, examsOfOwn]) await part.execute(db);
}

/** 考试: set for persons, by what the paper said on that day. */
const exams = sql`
  create table exams (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    paper_id uuid not null references exam_papers,
    title text not null,
    category text not null,
    level text check (level in ('company', 'workshop', 'team')),
    session_id uuid,
    course_id uuid,
    draw jsonb not null,
    draw_level text check (draw_level in ('company', 'workshop', 'team')),
    pass_mark smallint not null check (pass_mark between 1 and 100),
    minutes smallint not null check (minutes between 1 and 300),
    attempts smallint not null check (attempts between 1 and 10),
    wait_hours smallint not null check (wait_hours between 0 and 720),
    opens_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > opens_at),
    set_by_id uuid references persons,
    set_at timestamptz not null,
    cancelled_at timestamptz,
    cancel_reason text,
    version integer not null default 1
  );
  create index exams_of_branch on exams (unit_pos, closes_at desc, id);
  create index exams_of_session on exams (session_id) where session_id is not null;
  create index exams_open on exams (closes_at) where cancelled_at is null;
  call house.scope_by_unit('exams');
  call house.follows_unit('exams', 'cancelled_at is null and closes_at > house.at()');
  call house.versioned('exams', '{version}');
  call house.allow('select, insert, update', 'exams')`;

/** 应考: one person owes one exam. It belongs to where the person worked when it was set, and is his own wherever he works by now. */
const seats = sql`
  create table exam_seats (
    id uuid primary key,
    exam_id uuid not null references exams,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    state text not null default 'open' check (state in ('open', 'passed', 'failed', 'missed', 'excused')),
    used smallint not null default 0,
    best smallint,
    settled_at timestamptz,
    version integer not null default 1,
    unique (exam_id, person_id)
  );
  create index exam_seats_of_person on exam_seats (person_id, state);
  create index exam_seats_of_branch on exam_seats (unit_pos, exam_id);
  call house.scope_by_unit('exam_seats');
  create policy own_read on exam_seats for select using (person_id = (select house.me()));
  create policy own_update on exam_seats for update using (person_id = (select house.me()));
  call house.follows_unit('exam_seats', 'state = ''open''');
  call house.versioned('exam_seats', '{version}');
  call house.allow('select, insert, update', 'exam_seats')`;

/**
 * 答卷: the paper as it was drawn by its seed, with the right answers, which leave the server only when it is handed in. Answers are kept
 * as one goes; once it is handed in nothing of it changes any more.
 */
const attempts = sql`
  create table exam_attempts (
    id uuid primary key,
    seat_id uuid not null references exam_seats,
    exam_id uuid not null references exams,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    no smallint not null,
    seed text not null,
    sheet jsonb not null,
    answers jsonb not null default '{}',
    started_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > started_at),
    submitted_at timestamptz,
    ended text check (ended in ('handedIn', 'timeUp')),
    points integer,
    full_points integer not null,
    passed boolean,
    check ((submitted_at is null) = (ended is null) and (submitted_at is null) = (points is null) and (submitted_at is null) = (passed is null)),
    unique (seat_id, no)
  );
  create unique index exam_attempts_running on exam_attempts (seat_id) where submitted_at is null;
  create index exam_attempts_to_close on exam_attempts (ends_at) where submitted_at is null;
  create index exam_attempts_of_branch on exam_attempts (unit_pos, exam_id);
  call house.scope_by_unit('exam_attempts');
  create policy own_read on exam_attempts for select using (person_id = (select house.me()));
  create policy own_insert on exam_attempts for insert with check (person_id = (select house.me()));
  create policy own_update on exam_attempts for update using (person_id = (select house.me()));
  create policy until_handed_in on exam_attempts as restrictive for update using (submitted_at is null) with check (true);
  call house.allow('select, insert, update', 'exam_attempts')`;

/** 考试成绩: one row for each attempt that was handed in. Never changed. */
const results = sql`
  create table exam_results (
    id uuid primary key,
    attempt_id uuid not null unique references exam_attempts,
    exam_id uuid not null references exams,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    category text not null,
    level text,
    session_id uuid,
    course_id uuid,
    no smallint not null,
    /* Of a hundred, rounded down, so that nobody is shown a mark that would pass and has failed. */
    score smallint not null check (score between 0 and 100),
    pass_mark smallint not null,
    passed boolean not null,
    taken_at timestamptz not null,
    taken_on date not null,
    recorded_at timestamptz not null
  );
  create index exam_results_of_person on exam_results (person_id, category, level, taken_on);
  create index exam_results_of_exam on exam_results (exam_id, person_id);
  create index exam_results_of_session on exam_results (session_id, person_id) where session_id is not null;
  create index exam_results_of_branch on exam_results (unit_pos, taken_on);
  call house.scope_by_unit('exam_results');
  create policy own_read on exam_results for select using (person_id = (select house.me()));
  create policy own_insert on exam_results for insert with check (person_id = (select house.me()));
  call house.allow('select, insert', 'exam_results')`;

/** Whoever sits an exam sees what it is, whichever unit set it. */
const examsOfOwn = sql`
  create policy of_own on exams for select using (exists (
    select from exam_seats s where s.exam_id = exams.id and s.person_id = (select house.me())))`;
