import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [kinds, tellings, historyOfMany]) await part.execute(db);
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

/**
 * Hazards may come in by the hundred thousand: their first state is kept once a statement and not once a row. What changes later is kept
 * row by row as before.
 */
const historyOfMany = sql`
  create function house.keep_beginning() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if house.at() is null then raise exception 'app.at is not set: history takes its instant from the clock'; end if;
    execute format('insert into %I.%I select fresh.*, $1, ''infinity''::timestamptz, $2 from fresh', tg_table_schema, tg_table_name || '_history')
      using house.at(), nullif(current_setting('app.person', true), '')::uuid;
    return null;
  end $$;
  drop trigger keep_history on hazards;
  create trigger keep_history after update or delete on hazards for each row
    execute function house.keep_history('seq', 'number', 'due_key', 'grams', 'version', 'unit_pos');
  create trigger keep_beginning after insert on hazards referencing new table as fresh for each statement
    execute function house.keep_beginning()`;
