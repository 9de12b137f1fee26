import { type Kysely, sql } from 'kysely';

/** 定级、验收、重大确认、回头看、督办进展 when late: what the product ships, until a rule of a group or a unit says otherwise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into rules (rule_id, value, layer, place, source, certainty, from_on)
    select rule_id, days::text::jsonb, 'product', '', '产品默认值', 'own', date '2000-01-01'
    from (values
      ('hazards.triageDays', 1), ('hazards.triageUnitHeadDays', 2), ('hazards.triageParentDays', 5),
      ('hazards.acceptUnitHeadDays', 3), ('hazards.acceptParentDays', 7),
      ('hazards.majorParentDays', 1), ('hazards.majorHeadquartersDays', 3),
      ('hazards.lookBackHeadquartersDays', 1),
      ('hazards.superviseUnitHeadDays', 1), ('hazards.superviseHeadquartersDays', 3)) as row (rule_id, days)`.execute(db);
}
