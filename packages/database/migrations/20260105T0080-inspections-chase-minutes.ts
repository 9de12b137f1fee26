import { type Kysely, sql } from 'kysely';

/** How soon after the miss of a shift's last round the head above is told: what the product ships. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into rules (rule_id, value, layer, place, source, certainty, from_on)
    values ('inspections.chaseParentMinutes', '25', 'product', '', '产品默认值', 'own', date '2000-01-01')`.execute(db);
}
