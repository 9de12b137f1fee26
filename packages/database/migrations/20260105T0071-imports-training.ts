import { type Kysely, sql } from 'kysely';

/** 培训签到表 come in like the other ledgers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table import_batches drop constraint import_batches_kind_check;
    alter table import_batches add constraint import_batches_kind_check
      check (kind in ('units', 'workforce', 'hazards', 'risks', 'specialEquipment', 'fireEquipment', 'training'))`.execute(db);
}
