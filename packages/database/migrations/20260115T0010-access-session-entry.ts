import { type Kysely, sql } from 'kysely';

/**
 * Where a session was begun, which decides how long it lasts. Of those that are open nobody knows: they count as begun on a computer, the
 * stricter, and end twelve hours after they were opened.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sessions add entry text not null default 'desk' check (entry in ('desk', 'phone'))`.execute(db);
  await sql`update sessions set entry = 'phone' where device_id is not null or way in ('pin', 'scan')`.execute(db);
  await sql`
    update sessions set expires_at = created_at + interval '12 hours'
      where entry = 'desk' and expires_at > created_at + interval '12 hours'`.execute(db);
}
