import { type Kysely, sql } from 'kysely';

/**
 * 期初: whether headquarters has marked the batch as telling of the time before the go-live. Of the ledgers that may be either.
 *
 * Until now every table of points came in as opening, so those that are done say so. A batch that was judged and has not come in is not
 * marked: only headquarters may mark one, and it is mostly others who send them. Nor does it go on with what people saw, which counted from
 * the days of the table. It stops, with its file and its answers, and is judged again when somebody tries again; the new verdicts warn of
 * every day that only counts in an opening.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table import_batches add column opening boolean not null default false`.execute(db);
  await sql`update import_batches set opening = true, version = version + 1 where kind = 'points' and state = 'done'`.execute(db);
  await sql`
    update import_batches
    set state = 'failed', failure = '{"code": "imports.interrupted", "facts": {"minutes": 30}}', state_since = now(), version = version + 1
    where kind = 'points' and state in ('planned', 'running')`.execute(db);
}
