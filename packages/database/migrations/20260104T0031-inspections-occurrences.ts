import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [occurrences, results, months, failures, photos, chases, doers, lives]) await part.execute(db);
}

/**
 * 应查, by month of the day on which each is owed. Made once under its key, settled once, never deleted. made_at, recorded_at and missed_at
 * are when the product learnt of it, so that what was known at any instant can be told.
 */
const occurrences = sql`
  create table inspection_occurrences (
    id uuid not null default gen_random_uuid(),
    on_day date not null,
    from_on date not null,
    shift text check (shift in ('day', 'early', 'middle', 'night')),
    kind text not null,
    plan_id uuid not null references inspection_plans,
    point_id uuid references points,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    post text,
    person_id uuid references persons,
    opens_at timestamptz not null,
    due_at timestamptz not null,
    misses_at timestamptz not null,
    state text not null default 'open' check (state in ('open', 'done', 'missed', 'waived')),
    made_at timestamptz not null,
    result_id uuid,
    timing text check (timing in ('onTime', 'late', 'afterMiss')),
    done_at timestamptz,
    done_by_id uuid references persons,
    recorded_at timestamptz,
    by_hand boolean not null default false,
    failed integer not null default 0,
    missed_at timestamptz,
    waived_why text check (waived_why in ('pointClosed', 'unitClosed', 'planEnded')),
    miss_reason text,
    miss_note text,
    miss_reason_by_id uuid references persons,
    miss_reason_at timestamptz,
    primary key (id, on_day),
    unique nulls not distinct (plan_id, point_id, on_day, shift)
  ) partition by range (on_day);
  /* Tasks and the ledger of a branch. */
  create index inspection_occurrences_of_branch on inspection_occurrences (unit_pos, on_day, id);
  /* The ledger and the board of the whole group, by day. */
  create index inspection_occurrences_by_day on inspection_occurrences (on_day, id, unit_pos);
  /* A point's page. */
  create index inspection_occurrences_of_point on inspection_occurrences (point_id, on_day) where point_id is not null;
  create index inspection_occurrences_of_person on inspection_occurrences (person_id, on_day) where person_id is not null;
  /* Sweeps: what is missed by now, and what is missed without a word. */
  create index inspection_occurrences_missing on inspection_occurrences (misses_at) where state = 'open';
  create index inspection_occurrences_unexplained on inspection_occurrences (missed_at) where state = 'missed' and miss_reason is null;
  call house.scope_by_unit('inspection_occurrences');
  call house.duty('inspection_occurrences', 'person_id', 'state = ''open''');
  call house.allow('select, insert, update', 'inspection_occurrences')`;

/**
 * 检查结果: added and never changed; a correction is another row. verdicts has one letter an item in the order of the checklist's version:
 * p, f or n. details holds what was said of single items, readings by item what gauges showed.
 */
const results = sql`
  create table inspection_results (
    id uuid not null,
    on_day date not null,
    occurrence_id uuid not null,
    plan_id uuid not null references inspection_plans,
    checklist_version_id uuid not null references inspection_checklist_versions,
    point_id uuid references points,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    by_id uuid references persons,
    started_at timestamptz not null,
    done_at timestamptz not null,
    claimed_at timestamptz not null,
    clock_suspect boolean not null,
    recorded_at timestamptz not null,
    timing text not null check (timing in ('onTime', 'late', 'afterMiss')),
    by_hand text,
    note text,
    verdicts text not null check (verdicts ~ '^[pfn]+$'),
    answered smallint[],
    readings jsonb,
    details jsonb,
    failed integer not null,
    corrects_id uuid,
    corrected_why text,
    primary key (id, on_day),
    foreign key (occurrence_id, on_day) references inspection_occurrences (id, on_day),
    check ((corrects_id is null) = (corrected_why is null))
  ) partition by range (on_day);
  create index inspection_results_of on inspection_results (occurrence_id, recorded_at);
  create index inspection_results_of_branch on inspection_results (unit_pos, on_day);
  create index inspection_results_corrected on inspection_results (corrects_id) where corrects_id is not null;
  /* 上次读数 */
  create index inspection_results_read on inspection_results (point_id, on_day desc, done_at desc) where readings is not null;
  call house.scope_by_unit('inspection_results');
  call house.allow('select, insert', 'inspection_results')`;

/** Months are made ahead by the worker, and by whoever writes a past. A month is filled in aside and then attached: nobody waits for it. */
const months = sql`
  create function house.make_inspection_months(first date, last date) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    month date;
    parent text;
    part text;
    made integer := 0;
  begin
    for month in select generate_series(date_trunc('month', first), date_trunc('month', last), interval '1 month')::date loop
      foreach parent in array array['inspection_occurrences', 'inspection_results'] loop
        part := parent || '_' || to_char(month, 'YYYYMM');
        continue when to_regclass('public.' || part) is not null;
        perform pg_advisory_xact_lock(hashtext('inspections.months'));
        continue when to_regclass('public.' || part) is not null;
        execute format('create table public.%I (like public.%I including defaults including constraints)', part, parent);
        execute format('alter table public.%I enable row level security', part);
        execute format('alter table public.%I attach partition public.%I for values from (%L) to (%L)',
          parent, part, month, (month + interval '1 month')::date);
        made := made + 1;
      end loop;
    end loop;
    return made;
  end $$;
  revoke execute on function house.make_inspection_months from public;
  do $$ begin
    execute format('grant execute on function house.make_inspection_months to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** 异常项, one row each; hazard_id is what became of it. */
const failures = sql`
  create table inspection_failures (
    id uuid primary key,
    result_id uuid not null,
    on_day date not null,
    occurrence_id uuid not null,
    point_id uuid references points,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    item text not null,
    text text not null,
    starred boolean not null,
    factor text not null check (factor in ('human', 'material', 'environment', 'management')),
    measure_id uuid references risk_measures,
    hazard_id uuid unique references hazards,
    unique (result_id, item),
    foreign key (result_id, on_day) references inspection_results (id, on_day)
  );
  create index inspection_failures_of_branch on inspection_failures (unit_pos, on_day);
  create index inspection_failures_of_measure on inspection_failures (measure_id) where measure_id is not null;
  call house.scope_by_unit('inspection_failures');
  call house.allow('select, insert, update (hazard_id)', 'inspection_failures')`;

/** Photos by the hash that the phone declared; they have arrived when the evidence of that hash and subject has. */
const photos = sql`
  create table inspection_photos (
    result_id uuid not null,
    on_day date not null,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    item text not null,
    sha256 text not null,
    at integer not null,
    /* The check, or the hazard that the failure became: the photo is sent once. */
    subject_id uuid not null,
    primary key (result_id, item, sha256),
    foreign key (result_id, on_day) references inspection_results (id, on_day)
  );
  create index inspection_photos_of_branch on inspection_photos (unit_pos);
  call house.scope_by_unit('inspection_photos');
  call house.allow('select, insert, update (subject_id)', 'inspection_photos')`;

/** 催办: whom a miss has climbed to, of one plan in one unit on one day. Told once. */
const chases = sql`
  create table inspection_chases (
    plan_id uuid not null references inspection_plans,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    on_day date not null,
    shift text not null default '',
    target text not null check (target in ('person', 'unitHead', 'parent')),
    told_at timestamptz not null,
    primary key (plan_id, unit_id, on_day, shift, target)
  );
  create index inspection_chases_of_branch on inspection_chases (unit_pos);
  call house.scope_by_unit('inspection_chases');
  call house.allow('select, insert', 'inspection_chases')`;

/** Who did the checks of one page, wherever he belongs; nothing of a check outside of the scope. */
const doers = sql`
  create function house.doers_of_checks(wanted uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select distinct p.id, p.name from inspection_occurrences o
    cross join lateral unnest(array[o.done_by_id, o.miss_reason_by_id, o.person_id]) as stands (person)
    join persons p on p.id = stands.person
    where o.id = any(wanted[1:500]) and o.unit_pos <@ house.read_scope()
    union
    select p.id, p.name from inspection_results r join persons p on p.id = r.by_id
    where r.occurrence_id = any(wanted[1:500]) and r.unit_pos <@ house.read_scope() $$;
  revoke execute on function house.doers_of_checks from public;
  do $$ begin
    execute format('grant execute on function house.doers_of_checks to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/**
 * 现状 of points: a failure that became no hazard, until the same plan finds nothing there, and a check that was missed without a word, until
 * the next one is done. A month is as far back as either is looked for.
 */
const lives = sql`
  create index inspection_failures_at_point on inspection_failures (point_id, on_day) where point_id is not null and hazard_id is null;
  call house.lives_at_points('inspections', $$
    select f.point_id, f.unit_pos, 'failedCheck'::text as cause, f.id as subject_id, null::text as weight, null::date as due_on
    from inspection_failures f join inspection_occurrences o on o.id = f.occurrence_id and o.on_day = f.on_day and o.result_id = f.result_id
    where f.point_id is not null and f.hazard_id is null and f.on_day > (house.at() at time zone 'Asia/Shanghai')::date - 31
      and not exists (select from inspection_occurrences later where later.point_id = f.point_id and later.plan_id = o.plan_id
        and later.on_day > f.on_day and later.state = 'done')
    union all
    select o.point_id, o.unit_pos, 'missedCheck', o.id, null, null
    from inspection_occurrences o
    where o.point_id is not null and o.state = 'missed' and o.result_id is null and o.miss_reason is null
      and o.on_day > (house.at() at time zone 'Asia/Shanghai')::date - 31
      and not exists (select from inspection_occurrences later where later.point_id = o.point_id and later.plan_id = o.plan_id
        and later.on_day > o.on_day and later.state = 'done') $$)`;
