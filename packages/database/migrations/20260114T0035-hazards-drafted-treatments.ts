import { type Kysely, sql } from 'kysely';

/** 待我审批 asks for the treatment plans that wait for approval: a few of all hazards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index hazards_treatment_drafted on hazards (unit_pos, id) where treatment ->> 'stage' = 'drafted'`.execute(db);
}
