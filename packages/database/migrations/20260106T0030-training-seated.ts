import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await examsOfSeated.execute(db);
}

/** Whoever sees somebody's seat sees which exam it is in, whichever unit set it. */
const examsOfSeated = sql`
  create policy of_seated on exams for select using (exists (select from exam_seats s where s.exam_id = exams.id))`;
