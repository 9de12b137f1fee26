import { type Kysely, sql } from 'kysely';

/** When a correction was made and a look-over done, by the phone's clock as far as that can be true; what it said is kept beside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table inspection_results add column corrected_at timestamptz, add column corrected_claimed_at timestamptz,
      add column correction_suspect boolean;
    alter table fire_checks add column done_at timestamptz, add column claimed_at timestamptz, add column clock_suspect boolean not null default false`.execute(
    db,
  );
}
