import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await chunks.execute(db);
}

/**
 * What has arrived of a photo that is sent in pieces, until it is whole: then the file store has it and these rows are gone. Pieces lie
 * in the database because a piece is then there whole or not at all, whichever process took it and whichever was killed.
 */
const chunks = sql`
  create table evidence_chunks (
    evidence_id uuid not null references evidence,
    starts integer not null check (starts >= 0),
    unit_id uuid not null references units,
    unit_pos bigint not null,
    content bytea not null check (octet_length(content) > 0),
    at timestamptz not null,
    primary key (evidence_id, starts)
  );
  alter table evidence_chunks alter column content set storage external;
  create index evidence_chunks_by_age on evidence_chunks (at);
  call house.scope_by_unit('evidence_chunks');
  call house.allow('select, insert, delete', 'evidence_chunks')`;
