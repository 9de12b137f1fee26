import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [checklists, versions, plans, planPoints, chased]) await part.execute(db);
}

/** 检查表. Seen from the owner's branch and, because what is asked above holds below, from every unit under the owner. */
const checklists = sql`
  create table inspection_checklists (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    code text not null unique,
    name text not null,
    name_en text,
    kind text not null check (kind in ('inspection', 'lightsOut', 'dust')),
    key_area text not null,
    base_id uuid references inspection_checklists,
    draft jsonb not null default '[]',
    /* The edition of the shipped checklist that it follows; null once headquarters has made a version of its own, or for any other. */
    shipped_edition integer,
    search_key text not null,
    retired_on date,
    version integer not null default 1
  );
  create index inspection_checklists_of_base on inspection_checklists (base_id) where base_id is not null;
  call house.scope_by_unit('inspection_checklists');
  create policy in_sight on inspection_checklists for select using (exists (select from units where units.id = unit_id));
  call house.follows_unit('inspection_checklists', 'retired_on is null');
  call house.versioned('inspection_checklists', '{draft,search_key,version}');
  call house.allow('select, insert, update', 'inspection_checklists')`;

/** A published version never changes: what is asked in full, and what of it is the checklist's own. */
const versions = sql`
  create table inspection_checklist_versions (
    id uuid primary key,
    checklist_id uuid not null references inspection_checklists,
    number integer not null,
    base_version_id uuid references inspection_checklist_versions,
    own jsonb not null,
    items jsonb not null,
    note text,
    followed boolean not null,
    published_by_id uuid references persons,
    published_at timestamptz not null,
    unique (checklist_id, number)
  );
  alter table inspection_checklist_versions enable row level security;
  create policy of_visible on inspection_checklist_versions for select using (exists (
    select from inspection_checklists c where c.id = checklist_id));
  create policy of_own_insert on inspection_checklist_versions for insert with check (exists (
    select from inspection_checklists c where c.id = checklist_id and c.unit_pos <@ (select house.write_scope())));
  call house.allow('select, insert', 'inspection_checklist_versions')`;

/** 排查计划. Seen from below like a checklist: whoever owes something may know the plan. made_to is the day up to which the worker has made what it owes. to_on is the first day on which nothing is owed. */
const plans = sql`
  create table inspection_plans (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    kind text not null check (kind in ('inspection', 'lightsOut', 'dust')),
    name text not null,
    checklist_id uuid not null references inspection_checklists,
    cadence jsonb not null,
    points_of text not null check (points_of in ('unit', 'listed', 'branch')),
    point_kinds text[] not null default '{}',
    rest_days text not null check (rest_days in ('skip', 'keep')),
    grace_minutes integer not null check (grace_minutes between 0 and 4320),
    post text,
    person_id uuid references persons,
    from_on date not null,
    to_on date check (to_on >= from_on),
    end_reason text,
    made_to date,
    search_key text not null,
    version integer not null default 1,
    check ((post is null) <> (person_id is null))
  );
  create index inspection_plans_of_branch on inspection_plans (unit_pos, name, id);
  create index inspection_plans_of_checklist on inspection_plans (checklist_id);
  call house.scope_by_unit('inspection_plans');
  create policy in_sight on inspection_plans for select using (exists (select from units where units.id = unit_id));
  call house.follows_unit('inspection_plans', 'to_on is null');
  call house.duty('inspection_plans', 'person_id', 'to_on is null');
  call house.versioned('inspection_plans', '{made_to,search_key,version}');
  call house.allow('select, insert, update', 'inspection_plans')`;

/** Points of a plan that names them one by one, from a day until a day. */
const planPoints = sql`
  create table inspection_plan_points (
    plan_id uuid not null references inspection_plans,
    point_id uuid not null references points,
    from_on date not null,
    to_on date check (to_on >= from_on),
    primary key (plan_id, point_id, from_on)
  );
  create index inspection_plan_points_of_point on inspection_plan_points (point_id);
  alter table inspection_plan_points enable row level security;
  create policy of_visible on inspection_plan_points for select using (exists (select from inspection_plans p where p.id = plan_id));
  create policy of_own_insert on inspection_plan_points for insert with check (exists (
    select from inspection_plans p where p.id = plan_id and p.unit_pos <@ (select house.write_scope())));
  create policy of_own_update on inspection_plan_points for update using (exists (
    select from inspection_plans p where p.id = plan_id and p.unit_pos <@ (select house.write_scope())));
  call house.allow('select, insert, update', 'inspection_plan_points')`;

/** When a missed check climbs: what the product ships, until a rule of a group or a unit says otherwise. */
const chased = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on)
  select rule_id, days::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
  from (values ('inspections.chaseUnitHeadDays', 1), ('inspections.chaseParentDays', 3)) as row (rule_id, days)`;
