import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await answers.execute(db);
}

/** 单位确认与申诉, and what became of an appeal. */
const answers = sql`
  create table assessment_confirmations (
    run_id uuid not null references assessment_runs,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    by_id uuid references persons,
    at timestamptz not null,
    primary key (run_id, unit_id)
  );
  call house.scope_by_unit('assessment_confirmations');
  call house.allow('select, insert', 'assessment_confirmations');
  create table assessment_appeals (
    id uuid primary key,
    run_id uuid not null references assessment_runs,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    indicator text,
    reason text not null,
    stage text not null check (stage in ('lodged', 'upheld', 'rejected')),
    lodged_by_id uuid references persons,
    lodged_at timestamptz not null,
    answer text,
    answered_by_id uuid references persons,
    answered_at timestamptz,
    check ((stage = 'lodged') = (answered_at is null))
  );
  create index assessment_appeals_of on assessment_appeals (run_id, unit_pos, lodged_at);
  call house.scope_by_unit('assessment_appeals');
  call house.allow('select, insert, update', 'assessment_appeals')`;
