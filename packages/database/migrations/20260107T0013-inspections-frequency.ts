import { type Kysely, sql } from 'kysely';

/** 管控频次: how often each controller looks at a place with a risk, and why a plan that looks less often was insisted on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('app.at', now()::text, true)`.execute(db);
  for (const part of [rules, insists]) await part.execute(db);
}

const rules = sql`
  insert into rules (rule_id, value, layer, place, source, certainty, from_on) values
    ('risks.lookDaysGroup', '90', 'product', '', '产品默认值（安委办〔2016〕11号：分级管控，上一级管控的下一级同时管控）', 'own', date '2000-01-01'),
    ('risks.lookDaysUnit', '30', 'product', '', '产品默认值（安委办〔2016〕11号：分级管控，上一级管控的下一级同时管控）', 'own', date '2000-01-01'),
    ('risks.lookDaysWorkshop', '7', 'product', '', '产品默认值（安委办〔2016〕11号：分级管控，上一级管控的下一级同时管控）', 'own', date '2000-01-01'),
    ('risks.lookDaysTeam', '1', 'product', '', '产品默认值（安委办〔2016〕11号：分级管控，上一级管控的下一级同时管控）', 'own', date '2000-01-01')`;

/** Each time one was insisted on is a row; nothing of it is changed. */
const insists = sql`
  create table inspection_plan_insists (
    id uuid primary key,
    plan_id uuid not null references inspection_plans,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    points integer not null,
    reason text not null,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index inspection_plan_insists_of_plan on inspection_plan_insists (plan_id, recorded_at desc);
  call house.scope_by_unit('inspection_plan_insists');
  call house.allow('select, insert', 'inspection_plan_insists')`;
