import { type Kysely, sql } from 'kysely';

/** How long a check may be put right by whoever made it: what the product ships. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select set_config('app.at', now()::text, true)`.execute(db);
  await sql`
    insert into rules (rule_id, value, layer, place, source, certainty, from_on)
    values ('inspections.correctDays', '7', 'product', '', '产品默认值', 'own', date '2000-01-01')`.execute(db);
}
