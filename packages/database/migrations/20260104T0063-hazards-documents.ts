import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [documents, swept]) await part.execute(db);
}

/**
 * 导出的文件: ledgers and lists too long for one answer, made by the worker for whoever ordered them and for nobody else, and kept in parts
 * for some days. `unit_ids` are the branches it speaks of: whoever may no longer read one of them no longer gets the file.
 */
const documents = sql`
  create table hazard_documents (
    id uuid primary key,
    person_id uuid not null references persons,
    list text not null check (list in ('ledger', 'problems', 'rectification', 'results')),
    filter jsonb not null,
    unit_ids uuid[] not null,
    language text not null check (language in ('zh-CN', 'en')),
    state text not null check (state in ('waiting', 'ready', 'failed')),
    rows integer not null check (rows >= 0),
    name text,
    bytes bigint,
    sha256 text,
    asked_at timestamptz not null,
    ready_at timestamptz,
    check ((state = 'ready') = (sha256 is not null))
  );
  create index hazard_documents_of on hazard_documents (person_id, asked_at desc, id desc);
  create index hazard_documents_by_age on hazard_documents (asked_at);
  alter table hazard_documents enable row level security;
  create policy own on hazard_documents for all using (person_id = (select nullif(current_setting('app.person', true), '')::uuid));
  call house.allow('select, insert, update', 'hazard_documents');
  create table hazard_document_parts (
    document_id uuid not null references hazard_documents on delete cascade,
    part integer not null,
    content bytea not null,
    primary key (document_id, part)
  );
  alter table hazard_document_parts alter column content set storage external;
  alter table hazard_document_parts enable row level security;
  create policy own on hazard_document_parts for all using (exists (select from hazard_documents d where d.id = document_id));
  call house.allow('select, insert, delete', 'hazard_document_parts')`;

/** What is older than it is kept goes; what nobody has made in time has failed. */
const swept = sql`
  create function house.sweep_hazard_documents(kept_since timestamptz, tried_since timestamptz) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update hazard_documents set state = 'failed' where state = 'waiting' and asked_at < tried_since;
    with gone as (delete from hazard_documents where asked_at < kept_since returning 1) select count(*)::integer from gone $$;
  revoke execute on function house.sweep_hazard_documents from public;
  do $$ begin
    execute format('grant execute on function house.sweep_hazard_documents to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
