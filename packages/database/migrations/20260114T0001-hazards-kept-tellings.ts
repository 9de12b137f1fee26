import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [kept, takenBack, saidAgain, names]) await part.execute(db);
}

/**
 * 保留系统里的: what a row of a ledger told of a hazard otherwise, and a person kept the hazard against, one field and one value each. The next
 * ledger that tells the very same asks nobody.
 */
const kept = sql`
  create table hazard_kept_tellings (
    hazard_id uuid not null references hazards,
    field text not null check (field in ('stage', 'level', 'dueOn', 'doneOn', 'acceptedOn', 'responsible', 'funds', 'place')),
    value text not null,
    value_md5 text not null generated always as (md5(value)) stored,
    batch_id uuid not null references import_batches,
    file_name text not null,
    sheet text not null,
    row integer not null,
    said_by_id uuid references persons,
    said_at timestamptz not null,
    taken_back_at timestamptz,
    taken_back_by_id uuid references persons,
    taken_back_reason text,
    primary key (hazard_id, field, value_md5)
  );
  create index hazard_kept_tellings_of_batch on hazard_kept_tellings (batch_id);
  call house.child_of_hazard('hazard_kept_tellings');
  call house.allow('select, insert, update', 'hazard_kept_tellings')`;

/**
 * Whatever a person said of a row of a ledger may be taken back, with a reason; from then on the next ledger asks again. Who reads the hazard
 * may see none of the batch: the name of the file stands beside.
 */
const takenBack = sql`
  alter table hazard_aliases add column taken_back_at timestamptz, add column taken_back_by_id uuid references persons,
    add column taken_back_reason text, add column file_name text;
  update hazard_aliases a set file_name = b.file_name from import_batches b where b.id = a.batch_id;
  alter table hazard_aliases alter column file_name set not null`;

/** A program that knows nothing of this may still run while the tables change: what it notes is named as well, and holds again. */
const saidAgain = sql`
  create function house.say_alias_again() returns trigger language plpgsql as $$
  begin
    new.file_name := coalesce((select b.file_name from import_batches b where b.id = new.batch_id), new.file_name);
    new.taken_back_at := null;
    new.taken_back_by_id := null;
    new.taken_back_reason := null;
    return new;
  end $$;
  create trigger say_alias_again before insert or update of batch_id on hazard_aliases for each row execute function house.say_alias_again()`;

/** The names of those who said it, wherever they belong; nothing of a hazard outside of the scope. */
const names = sql`
  create function house.named_in_ledger_answers(wanted uuid) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with seen as (select h.id from hazards h where h.id = wanted and h.unit_pos <@ house.read_scope())
    select p.id, p.name from persons p where p.id in (
      select a.said_by_id from hazard_aliases a join seen on seen.id = a.hazard_id
      union select k.said_by_id from hazard_kept_tellings k join seen on seen.id = k.hazard_id) $$;
  revoke execute on function house.named_in_ledger_answers from public;
  do $$ begin
    execute format('grant execute on function house.named_in_ledger_answers to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
