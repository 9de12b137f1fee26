import { type Kysely, sql } from 'kysely';

/** The records of one score ask hazard by hazard whether a look-back found it relapsed; the run reads all look-backs once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index hazard_look_backs_history_relapsed on hazard_look_backs_history (hazard_id) where result = 'relapsed'`.execute(db);
}
