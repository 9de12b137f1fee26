import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [scales, risks, beside, failedControls, rules]) await part.execute(db);
  const shipped = readFileSync(join(import.meta.dirname, 'data', 'risk-scales-2026.json'), 'utf8');
  await sql`
    insert into risk_scales (method, from_on, body, set_at)
    select method, "from", body, timestamptz '2000-01-01T00:00:00Z'
    from jsonb_to_recordset(${shipped}::jsonb) as row (method text, "from" date, body jsonb)`.execute(db);
}

/** 评价标准 of the group, one row a version; it holds from its day until the next. Everybody reads them, headquarters writes. */
const scales = sql`
  create table risk_scales (
    id uuid primary key default gen_random_uuid(),
    method text not null check (method in ('lec', 'ls')),
    from_on date not null,
    body jsonb not null,
    set_by_id uuid,
    set_at timestamptz not null,
    unique (method, from_on)
  );
  alter table risk_scales enable row level security;
  create policy all_read on risk_scales for select using (true);
  create policy headquarters_insert on risk_scales for insert with check (current_setting('app.whole', true) = 'yes');
  call house.allow('select, insert', 'risk_scales')`;

const risks = sql`
  create table risks (
    id uuid primary key,
    seq bigint generated always as identity,
    number text generated always as ('R-' || lpad(seq::text, greatest(6, length(seq::text)), '0')) stored,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    point_id uuid references points,
    name text not null,
    kind text not null check (kind in ('place', 'equipment', 'activity')),
    source text not null,
    consequences text,
    stage text not null check (stage in ('draft', 'reviewed', 'published', 'dueForReview', 'archived')),
    level text check (level in ('major', 'larger', 'general', 'low')),
    owner_id uuid references persons,
    control_plan text,
    round integer not null default 1,
    review_due_on date,
    published_on date,
    archived_on date,
    origin text not null default 'recorded' check (origin in ('recorded', 'opening')),
    created_on date not null,
    search_key text not null,
    version integer not null default 1,
    check (stage not in ('published', 'dueForReview') or (level is not null and review_due_on is not null)),
    check ((stage = 'archived') = (archived_on is not null))
  );
  /* The register of a branch, the worst first; the level shown is that in force. */
  create index risks_of_branch on risks (unit_pos, level, stage);
  create index risks_of_point on risks (point_id) where point_id is not null;
  create index risks_of_unit on risks (unit_id, name);
  /* The sweep of reviews. */
  create index risks_by_review on risks (review_due_on, id) where stage in ('published', 'dueForReview');
  create unique index risks_by_number on risks (number);
  call house.scope_by_unit('risks');
  call house.follows_unit('risks', 'stage <> ''archived''');
  call house.duty('risks', 'owner_id', 'stage <> ''archived''');
  call house.versioned('risks', '{seq,number,search_key,version}');
  call house.allow('select, insert, update', 'risks')`;

/** What belongs to a risk is seen and written where it is. */
const beside = sql`
  create procedure house.child_of_risk(target regclass) language plpgsql as $$
  begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy of_visible on %s for select using (exists (select from risks r where r.id = risk_id))', target);
    execute format('create policy of_own_insert on %s for insert with check (exists (
      select from risks r where r.id = risk_id and r.unit_pos <@ (select house.write_scope())))', target);
    execute format('create policy of_own_update on %s for update using (exists (
      select from risks r where r.id = risk_id and r.unit_pos <@ (select house.write_scope())))', target);
  end $$;
  /* 评价: one row a round; the values are those of the scale, kept as they were written. */
  create table risk_gradings (
    risk_id uuid not null references risks,
    round integer not null,
    method text not null check (method in ('lec', 'ls')),
    scale_id uuid not null references risk_scales,
    likelihood text not null,
    exposure text,
    consequence text not null,
    score text not null,
    band integer not null,
    level text not null check (level in ('major', 'larger', 'general', 'low')),
    direct_major text,
    note text,
    assessed_by_id uuid,
    assessed_on date not null,
    reviewed_by_id uuid,
    reviewed_on date,
    reviewed_at timestamptz,
    published_by_id uuid,
    published_on date,
    /* When that came to be known. */
    published_at timestamptz,
    primary key (risk_id, round),
    check ((published_on is null) = (published_at is null))
  );
  call house.child_of_risk('risk_gradings');
  call house.allow('select, insert, update', 'risk_gradings');
  /* 管控措施: checks and hazards point at them, so an ended one stays. */
  create table risk_measures (
    id uuid primary key,
    risk_id uuid not null references risks,
    at integer not null,
    kind text not null check (kind in ('engineering', 'management', 'training', 'ppe', 'emergency')),
    text text not null,
    ended_on date
  );
  create index risk_measures_of on risk_measures (risk_id, at);
  call house.child_of_risk('risk_measures');
  call house.allow('select, insert, update', 'risk_measures');
  /* 提请复评: why it is to be graded again; answered by the next published grading. Each failed check and each hazard asks once. */
  create table risk_regradings (
    id uuid primary key,
    risk_id uuid not null references risks,
    measure_id uuid references risk_measures,
    cause text not null check (cause in ('periodic', 'process', 'equipment', 'layout', 'fourNew', 'accident', 'law', 'failedCheck', 'hazard')),
    subject_id uuid,
    note text,
    asked_by_id uuid,
    asked_on date not null,
    recorded_at timestamptz not null,
    round integer not null,
    answered_on date,
    answered_at timestamptz,
    check ((answered_on is null) = (answered_at is null))
  );
  create unique index risk_regradings_once on risk_regradings (risk_id, cause, subject_id) where subject_id is not null;
  create index risk_regradings_of on risk_regradings (risk_id, asked_on);
  call house.child_of_risk('risk_regradings');
  call house.allow('select, insert, update', 'risk_regradings');
  /* Each telling about a review that was owed is told once. */
  create table risk_reminders (
    risk_id uuid not null references risks,
    due_on date not null,
    rung text not null,
    told_at timestamptz not null,
    primary key (risk_id, due_on, rung)
  );
  call house.child_of_risk('risk_reminders');
  call house.allow('select, insert', 'risk_reminders');
  /* 步骤: who took which, when, and what was said. */
  create table risk_events (
    id uuid primary key,
    seq bigint generated always as identity,
    risk_id uuid not null references risks,
    round integer not null,
    step text not null,
    by_id uuid,
    at timestamptz not null,
    note text
  );
  create index risk_events_of on risk_events (risk_id, seq);
  call house.child_of_risk('risk_events');
  call house.allow('select, insert', 'risk_events')`;

/** The measure that a hazard shows to have failed. */
const failedControls = sql`
  create table hazard_measures (
    hazard_id uuid primary key references hazards,
    measure_id uuid not null references risk_measures,
    noted_by_id uuid,
    noted_at timestamptz not null
  );
  create index hazard_measures_of_measure on hazard_measures (measure_id);
  call house.child_of_hazard('hazard_measures');
  call house.allow('select, insert', 'hazard_measures')`;

/** What the product ships, until a rule of a group or a unit says otherwise. */
const rules = sql`
  select set_config('app.at', '2000-01-01T00:00:00Z', true);
  insert into rules (rule_id, value, layer, place, source, certainty, from_on) values
    ('risks.reviewMonths', '12'::jsonb, 'product', '', '产品默认值（江苏省安全生产条例第十五条：每年）', 'own', date '2000-01-01'),
    ('risks.remindDays', '30'::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01')`;
