import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [kinds, tellings]) await part.execute(db);
}

const kinds = sql`
  alter table import_batches drop constraint import_batches_kind_check;
  alter table import_batches add constraint import_batches_kind_check check (kind in ('units', 'workforce', 'hazards'))`;

/**
 * 期初台账: each row of a ledger that told of a hazard, with the hash of its file and every cell as it was written: a person whom nobody
 * could find is still named here.
 */
const tellings = sql`
  create table hazard_ledger_rows (
    hazard_id uuid not null references hazards,
    file_hash text not null check (length(file_hash) = 64),
    file_name text not null,
    sheet text not null,
    row integer not null,
    words jsonb not null,
    told_at timestamptz not null,
    primary key (hazard_id, file_hash)
  );
  call house.child_of_hazard('hazard_ledger_rows');
  call house.allow('select, insert', 'hazard_ledger_rows')`;
