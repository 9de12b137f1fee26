import { type Kysely, sql } from 'kysely';

/** When doers are reminded, how long a submission may wait, and when those above are told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into rules (rule_id, value, layer, place, source, certainty, from_on)
    select rule_id, days::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
    from (values ('actions.remindDays', 3), ('actions.verifyDays', 3),
      ('actions.escalateUnitHeadDays', 1), ('actions.escalateParentDays', 7)) as row (rule_id, days)`.execute(db);
}
