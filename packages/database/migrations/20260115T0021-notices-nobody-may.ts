import { type Kysely, sql } from 'kysely';

/** What was told because nobody may take a step is looked at again every few minutes: a few of all notices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index notices_nobody_may on notices (once, subject_id) where about = 'hazards.nobodyMay' and read_at is null`.execute(
    db,
  );
}
