import { type Kysely, sql } from 'kysely';

/** Whoever grants reads the notice before he grants: those that were read are looked at again as well. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index notices_nobody_may;
    create index notices_nobody_may on notices (once, subject_id) where about = 'hazards.nobodyMay'`.execute(db);
}
