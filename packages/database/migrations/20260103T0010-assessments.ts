import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [knownLookBacks, knownClosings, wholeHistory, besideHazards, schemes, findings, runs, steps, results])
    await part.execute(db);
}

/** Look-backs count in scores, so from here on their states are kept; those that are there already are known from the day they tell. */
const knownLookBacks = sql`
  call house.versioned('hazard_look_backs', '{inspector_id,note}');
  insert into hazard_look_backs_history
    select l.*, coalesce(l.looked_on, l.from_on)::timestamp at time zone 'Asia/Shanghai', 'infinity', null from hazard_look_backs l`;

/** Closings are only ever added: the instant at which one was recorded is all its history. */
const knownClosings = sql`
  alter table hazard_closings add recorded_at timestamptz;
  update hazard_closings set recorded_at = closed_on::timestamp at time zone 'Asia/Shanghai';
  alter table hazard_closings alter recorded_at set default house.at(), alter recorded_at set not null`;

/**
 * A run reads the whole group: whoever may see all of it is not asked row by row. The records of one unit's score are found by the unit;
 * opening imports by when they came.
 */
const wholeHistory = sql`
  create function house.sees_all() returns boolean language sql stable parallel safe as
    $$ select coalesce(current_setting('app.whole', true), '') = 'yes' $$;
  drop policy in_scope_read on hazards_history;
  create policy in_scope_read on hazards_history for select using ((select house.sees_all()) or exists (
    select from units where units.id = unit_id and units.lo <@ (select house.read_scope())));
  drop policy in_scope_read on hazard_look_backs_history;
  create policy in_scope_read on hazard_look_backs_history for select using ((select house.sees_all()) or exists (
    select from units where units.id = unit_id and units.lo <@ (select house.read_scope())));
  alter policy in_sight on units_history using ((select house.sees_all()) or exists (select from units where units.id = units_history.id));
  alter policy in_sight on unit_spans_history using ((select house.sees_all()) or exists (select from units where units.id = unit_id));
  create index hazards_history_of_unit on hazards_history (unit_id, known_to);
  create index hazards_history_opening on hazards_history (known_from) where origin = 'opening';
  create index hazard_look_backs_history_of_unit on hazard_look_backs_history (unit_id, known_to)`;

/** The same for what stands beside hazards and counts. */
const besideHazards = sql`
  do $$
  declare
    target text;
  begin
    foreach target in array '{hazard_photos,hazard_suggestions,hazard_extensions}'::text[] loop
      execute format('alter policy of_visible on %I using ((select house.sees_all()) or exists (select from hazards h where h.id = hazard_id))', target);
    end loop;
  end $$;
  create index hazard_photos_by_sha256 on hazard_photos (sha256)`;

/** 考核方案: a draft may change, a published version never does. */
const schemes = sql`
  create table assessment_schemes (
    id uuid primary key,
    code text not null,
    version integer not null check (version > 0),
    name text not null,
    stage text not null check (stage in ('draft', 'published')),
    body jsonb not null,
    hash text not null,
    effective_from date,
    drafted_by_id uuid references persons,
    drafted_at timestamptz not null,
    published_by_id uuid references persons,
    published_at timestamptz,
    check ((stage = 'published') = (published_at is not null)),
    check ((stage = 'published') = (effective_from is not null)),
    unique (code, version)
  );
  create function house.keep_scheme() returns trigger language plpgsql as $$
  begin
    if old.stage = 'published' then raise exception 'a published scheme does not change' using errcode = '23514'; end if;
    if tg_op = 'DELETE' then return old; end if;
    if (new.id, new.code, new.version) is distinct from (old.id, old.code, old.version) then
      raise exception 'a scheme keeps its code and version' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger keep_scheme before update or delete on assessment_schemes for each row execute function house.keep_scheme();
  call house.allow('select, insert, update', 'assessment_schemes')`;

/**
 * What no record of the loop tells, with who proposed it and who approved it: 加分、扣分、一票否决 on a day; points given by persons and
 * corrections for one period of one scheme.
 */
const findings = sql`
  create table assessment_findings (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    scheme_code text not null,
    period text,
    kind text not null check (kind in ('bonus', 'malus', 'veto', 'given', 'correction')),
    rule text not null,
    matter text,
    points numeric(9, 2),
    out_of numeric(9, 2) check (out_of > 0),
    on_day date not null,
    reason text not null,
    stage text not null check (stage in ('proposed', 'approved', 'rejected')),
    proposed_by_id uuid references persons,
    decided_by_id uuid references persons,
    decided_on date,
    check ((kind in ('given', 'correction')) = (period is not null)),
    check ((kind in ('given', 'correction')) = (points is not null)),
    check ((kind = 'given') = (out_of is not null)),
    check (kind not in ('bonus', 'malus') or matter is not null)
  );
  create index assessment_findings_of on assessment_findings (unit_pos, on_day);
  create unique index assessment_findings_given on assessment_findings (scheme_code, period, unit_id, rule)
    where kind = 'given' and stage <> 'rejected';
  call house.scope_by_unit('assessment_findings');
  call house.versioned('assessment_findings');
  drop policy in_scope_read on assessment_findings_history;
  create policy in_scope_read on assessment_findings_history for select using ((select house.sees_all()) or exists (
    select from units where units.id = unit_id and units.lo <@ (select house.read_scope())));
  call house.allow('select, insert, update', 'assessment_findings')`;

/**
 * 考核计算: what was known at the cut-off, under which scheme, and the hashes of what went in and came out. Opening imports and what
 * persons found count as known at opening_at. Afterwards only its stage moves, until another run takes its place.
 */
const runs = sql`
  create table assessment_runs (
    id uuid primary key,
    scheme_id uuid not null references assessment_schemes,
    period text not null,
    period_kind text not null check (period_kind in ('month', 'quarter', 'half', 'year')),
    from_on date not null,
    until_on date not null check (until_on > from_on),
    known_at timestamptz not null,
    opening_at timestamptz not null,
    computed_at timestamptz not null,
    kind text not null check (kind in ('regular', 'late', 'restated')),
    restates_id uuid references assessment_runs,
    reason text,
    scheme_hash text not null,
    input_hash text not null,
    result_hash text not null,
    facts jsonb not null,
    summary jsonb not null,
    computed_by_id uuid references persons,
    stage text not null check (stage in ('computed', 'confirming', 'appealing', 'reviewed', 'final', 'published', 'archived')),
    confirm_due_on date,
    appeal_due_on date,
    finalised_by_id uuid references persons,
    published_at timestamptz,
    superseded_by_id uuid references assessment_runs deferrable initially deferred,
    version integer not null default 1,
    check ((kind = 'restated') = (restates_id is not null))
  );
  create unique index assessment_runs_current on assessment_runs (scheme_id, period) where superseded_by_id is null and stage not in ('published', 'archived');
  create index assessment_runs_listed on assessment_runs (until_on desc, computed_at desc, id desc);
  create index assessment_runs_of_scheme on assessment_runs (scheme_id, period);
  create function house.keep_run() returns trigger language plpgsql as $$
  declare
    moving text[] := '{stage,confirm_due_on,appeal_due_on,finalised_by_id,published_at,superseded_by_id,version}';
  begin
    if (to_jsonb(old) - moving) <> (to_jsonb(new) - moving) then
      raise exception 'a computed run does not change' using errcode = '23514';
    end if;
    return new;
  end $$;
  create trigger keep_run before update on assessment_runs for each row execute function house.keep_run();
  call house.allow('select, insert, update', 'assessment_runs')`;

const steps = sql`
  /* 到期应算: one row a scheme and period whose cut-off has passed, so that each is ordered once. */
  create table assessment_occurrences (
    scheme_code text not null,
    period text not null,
    cut_off_on date not null,
    found_at timestamptz not null,
    primary key (scheme_code, period)
  );
  call house.allow('select, insert', 'assessment_occurrences');
  /* 流程: who moved a run on, when, and what was said. */
  create table assessment_steps (
    id uuid primary key,
    seq bigint generated always as identity,
    run_id uuid not null references assessment_runs,
    step text not null,
    stage text not null,
    by_id uuid references persons,
    at timestamptz not null,
    note text
  );
  create index assessment_steps_of on assessment_steps (run_id, seq);
  call house.allow('select, insert', 'assessment_steps')`;

/**
 * 考核结果: added once by its run, never changed. `members` are the unit and those below it that have no score of their own. Figures are
 * the averages of units whose direct children were assessed.
 */
const results = sql`
  create table assessment_results (
    run_id uuid not null references assessment_runs,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    parent_id uuid,
    name text not null,
    kind text not null,
    headcount integer,
    members uuid[] not null,
    status text not null check (status in ('scored', 'notAssessed', 'insufficientData')),
    base numeric(9, 2),
    bonus numeric(9, 2) not null,
    malus numeric(9, 2) not null,
    final numeric(9, 2),
    sort_key numeric(9, 2) generated always as (coalesce(final, -1)) stored,
    grade text,
    grade_before_veto text,
    place integer,
    applicable_weight numeric(9, 2) not null,
    result jsonb not null,
    facts jsonb not null,
    receipts jsonb not null,
    primary key (run_id, unit_id)
  );
  create index assessment_results_ranked on assessment_results (run_id, sort_key desc, unit_id, unit_pos);
  create index assessment_results_of_unit on assessment_results (unit_id, run_id);
  create index assessment_results_of_branch on assessment_results (run_id, unit_pos);
  call house.scope_by_unit('assessment_results');
  call house.allow('select, insert', 'assessment_results');
  create table assessment_figures (
    run_id uuid not null references assessment_runs,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    figure jsonb not null,
    primary key (run_id, unit_id)
  );
  call house.scope_by_unit('assessment_figures');
  call house.allow('select, insert', 'assessment_figures')`;
