import { type Kysely, sql } from 'kysely';

/**
 * 待确认: rows of a file of units that wait for somebody who may do what whoever sent them may not; how many of them at which unit and by
 * which permissions, and in which version of the batch that was told. A batch that was judged before this has none until it is judged again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table import_batches add column awaiting jsonb, add column awaiting_told integer,
      add constraint import_batches_awaiting_told check ((awaiting is null) = (awaiting_told is null));
    create index import_batches_awaiting on import_batches (unit_pos, created_at desc, id desc) where awaiting is not null`.execute(db);
}
