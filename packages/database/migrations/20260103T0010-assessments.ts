import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await assessments.execute(db);
}

/** The ledger reads newest first within branches: hence the index. */
const assessments = sql`
  create table assessments (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_pos bigint not null,
    name text not null,
    on_day date not null,
    version integer not null default 1
  );
  create index assessments_ledger on assessments (unit_pos, on_day desc, id desc);
  call house.scope_by_unit('assessments');
  call house.versioned('assessments', '{version}');
  call house.allow('select, insert, update', 'assessments')`;
