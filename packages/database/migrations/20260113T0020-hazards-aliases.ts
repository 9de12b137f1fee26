import { type Kysely, sql } from 'kysely';

/**
 * 这是同一条: the words of a ledger row that a person called the same as a hazard, or told apart from it. The next ledger that uses them is
 * judged by them and asks nobody. Unit and day found are those of the hazard: rows of other ones are never compared with it. The key may be
 * longer than an index takes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table hazard_aliases (
      hazard_id uuid not null references hazards,
      text_key text not null,
      key_md5 text not null generated always as (md5(text_key)) stored,
      kind text not null check (kind in ('same', 'apart')),
      text text not null,
      batch_id uuid not null references import_batches,
      sheet text not null,
      row integer not null,
      said_by_id uuid references persons,
      said_at timestamptz not null,
      primary key (hazard_id, key_md5)
    );
    create index hazard_aliases_of_batch on hazard_aliases (batch_id);
    call house.child_of_hazard('hazard_aliases');
    call house.allow('select, insert, update', 'hazard_aliases')`.execute(db);
}
