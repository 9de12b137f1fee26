import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [starts, terms, owed, standings]) await part.execute(db);
}

/** 准入启用日: from this day on nobody of the unit's branch works without what training owes him; the nearest unit above says so for those below. */
const starts = sql`
  create table training_starts (
    id uuid primary key,
    unit_id uuid not null unique references units,
    unit_pos bigint not null,
    from_on date not null,
    version integer not null default 1
  );
  call house.scope_by_unit('training_starts');
  create policy in_sight on training_starts for select using (exists (select from units where units.id = unit_id));
  call house.versioned('training_starts', '{version}');
  call house.allow('select, insert, update', 'training_starts')`;

/** What the rules come to in each unit today, kept by the worker, so that the whole group is reckoned in one statement. */
const terms = sql`
  create table training_terms (
    unit_id uuid primary key references units,
    unit_pos bigint not null,
    head_first double precision not null,
    head_again double precision not null,
    new_worker double precision not null,
    worker_again double precision not null,
    level_hours double precision not null,
    move_hours double precision not null,
    return_months smallint not null,
    before_work_days smallint not null,
    gate_from date
  );
  call house.scope_by_unit('training_terms');
  create policy in_sight on training_terms for select using (exists (select from units where units.id = unit_id));
  call house.allow('select, insert, update, delete', 'training_terms')`;

/**
 * 三级教育、转岗、复岗应训: one row for each level that a cause asks for. cause_on is the day of joining, moving or coming back. due_on is
 * the day on which the person began to work there, or, while nobody has said so, some days after the cause; passed before work ⇔
 * met_on <= due_on. One whose cause turned out to be none is void.
 */
const owed = sql`
  create table training_owed (
    id uuid primary key,
    person_id uuid not null references persons,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    cause text not null check (cause in ('joined', 'moved', 'returned')),
    cause_on date not null,
    level text not null check (level in ('company', 'workshop', 'team')),
    hours_owed double precision not null,
    due_on date not null,
    met_on date,
    void_on date,
    unique (person_id, cause, cause_on, level)
  );
  create index training_owed_open on training_owed (unit_pos, due_on, id) where met_on is null and void_on is null;
  create index training_owed_of_branch on training_owed (unit_pos, cause_on, id);
  call house.scope_by_unit('training_owed');
  call house.versioned('training_owed');
  call house.allow('select, insert, update', 'training_owed');

  create table training_reminders (
    subject_id uuid not null,
    rule text not null,
    due_on date not null,
    told_at timestamptz not null,
    primary key (subject_id, rule, due_on)
  );
  alter table training_reminders enable row level security;
  create policy by_the_clock on training_reminders using ((select house.sees_all())) with check ((select house.sees_all()));
  call house.allow('select, insert', 'training_reminders')`;

/** 学时台账: class hours of a person in a year against what is owed, as the worker last reckoned them. */
const standings = sql`
  create table training_standings (
    person_id uuid not null references persons,
    year smallint not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    role text not null check (role in ('principal', 'safetyManager', 'worker')),
    span text not null check (span in ('first', 'again')),
    hours_owed double precision not null,
    months smallint not null check (months between 0 and 12),
    hours double precision not null,
    met boolean not null,
    as_of date not null,
    primary key (person_id, year)
  );
  create index training_standings_of_branch on training_standings (unit_pos, year, met, person_id);
  call house.scope_by_unit('training_standings');
  call house.allow('select, insert, update, delete', 'training_standings')`;
