import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [batches, files, rows, records]) await part.execute(db);
}

/** 导入批次: one file, what people said about it, and how it went. */
const batches = sql`
  create table import_batches (
    id uuid primary key,
    kind text not null check (kind in ('units', 'workforce')),
    unit_id uuid not null references units,
    unit_pos bigint not null,
    file_name text not null,
    file_hash text,
    state text not null check (state in ('declared', 'reading', 'planned', 'running', 'done', 'failed')),
    failure jsonb,
    answers jsonb not null,
    counts jsonb,
    mapping jsonb,
    effective_on date not null,
    only_if_all boolean not null default false,
    made integer not null default 0,
    changed integer not null default 0,
    account_id uuid,
    person_id uuid,
    created_at timestamptz not null,
    planned_at timestamptz,
    done_at timestamptz,
    state_since timestamptz not null,
    version integer not null default 1
  );
  create index import_batches_of_branch on import_batches (unit_pos, created_at desc, id desc);
  create index import_batches_same_file on import_batches (file_hash, kind) where state = 'done';
  create index import_batches_under_way on import_batches (state_since) where state in ('reading', 'running');
  call house.scope_by_unit('import_batches');
  call house.allow('select, insert, update', 'import_batches')`;

/** The file itself, sealed like the numbers it carries; one copy however often it is sent. */
const files = sql`
  create table import_files (
    batch_id uuid primary key references import_batches,
    sealed bytea not null,
    bytes integer not null check (bytes between 1 and 25000000)
  );
  alter table import_files enable row level security;
  create policy of_the_batch on import_files for all using (exists (select from import_batches b where b.id = batch_id));
  call house.allow('select, insert', 'import_files')`;

/** The verdict on each row, without the numbers of persons: `detail` holds questions, problems or the reason it was passed over. */
const rows = sql`
  create table import_rows (
    batch_id uuid not null references import_batches,
    n integer not null,
    sheet text not null,
    row integer not null,
    verdict text not null check (verdict in ('ready', 'ask', 'wrong', 'skip')),
    title text,
    detail jsonb not null,
    primary key (batch_id, n)
  );
  create index import_rows_by_verdict on import_rows (batch_id, verdict, n);
  alter table import_rows enable row level security;
  create policy of_the_batch on import_rows for all using (exists (select from import_batches b where b.id = batch_id));
  call house.allow('select, insert, delete', 'import_rows')`;

/** 来源: which row of which file a record came from; what the file says and no table holds yet stays readable here. */
const records = sql`
  create table import_records (
    batch_id uuid not null references import_batches,
    record_id uuid not null,
    sheet text not null,
    row integer not null,
    remainder_sealed bytea,
    primary key (batch_id, record_id)
  );
  create index import_records_of on import_records (record_id);
  alter table import_records enable row level security;
  create policy of_the_batch on import_records for all using (exists (select from import_batches b where b.id = batch_id));
  call house.allow('select, insert', 'import_records')`;
