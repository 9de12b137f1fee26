import { type Kysely, sql } from 'kysely';

/** 待挂牌督办 asks which open hazards have come back: a few among all that are open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index hazards_come_back on hazards (due_key, id, unit_pos)
      where recurrences > 0 and stage in ('reported', 'registered', 'assigned', 'rectifying', 'submitted')`.execute(db);
}
