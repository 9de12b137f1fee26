import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('app.at', '2026-01-06T00:31:00Z', true)`.execute(db);
  await noCities.execute(db);
}

/**
 * A unit's profile names its province and no city, so a city's rule bound nobody while it looked as if it did. Where a city asks for more, the
 * headquarters sets the rule for the units that lie there.
 */
const noCities = sql`delete from rules where layer = 'city' and rule_id = 'training.returnMonths' and place = '宁波市'`;
