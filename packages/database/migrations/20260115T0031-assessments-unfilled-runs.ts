import { type Kysely, sql } from 'kysely';

/** Runs of which the counts of units could not be filled in: why, when it was last tried and how often. The others are filled meanwhile. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table assessment_unfilled_runs (
      run_id uuid primary key references assessment_runs,
      reason text not null check (reason <> ''),
      tries integer not null check (tries > 0),
      failed_at timestamptz not null
    );
    call house.allow('select, insert, update, delete', 'assessment_unfilled_runs')`.execute(db);
}
