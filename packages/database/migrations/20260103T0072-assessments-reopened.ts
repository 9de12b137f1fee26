import { type Kysely, sql } from 'kysely';

/** What was ever reopened, which is little: a run asks for it beside the look-backs and need not read every state of every hazard again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index hazards_history_reopened on hazards_history (id) where reopenings > 0`.execute(db);
}
