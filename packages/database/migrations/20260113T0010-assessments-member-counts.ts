import { type Kysely, sql } from 'kysely';

/**
 * How many records each measure counted in each unit of a score, a row a measure in the order of `members`: a list of few records is found in
 * the units that have some. Scores that are there already have none; their lists are looked for in every unit.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table assessment_results add member_counts integer[]`.execute(db);
}
