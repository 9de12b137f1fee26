import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [issuers, personal, photos]) await part.execute(db);
}

/** 发证机关, as printed. It stands beside the certificate, whose history has the columns it was made with. */
const issuers = sql`
  create table certificate_issuers (
    id uuid primary key references certificates,
    /* Null: it was stated, and then taken back. */
    issuer text
  );
  alter table certificate_issuers enable row level security;
  create policy of_visible on certificate_issuers for select using (exists (
    select from certificates c where c.id = certificate_issuers.id));
  create policy of_kept on certificate_issuers for insert with check (exists (
    select from certificates c where c.id = certificate_issuers.id and c.unit_pos operator(house.<@) (select house.write_scope())));
  create policy of_changed on certificate_issuers for update using (exists (
    select from certificates c where c.id = certificate_issuers.id and c.unit_pos operator(house.<@) (select house.write_scope())));
  call house.versioned('certificate_issuers');
  drop policy all_read on certificate_issuers_history;
  create policy of_visible on certificate_issuers_history for select using (exists (
    select from certificates c where c.id = certificate_issuers_history.id));
  call house.allow('select, insert, update', 'certificate_issuers')`;

/** A photo of somebody's papers: only the room that keeps them serves it. */
const personal = sql`alter table evidence add column personal boolean not null default false`;

/** The photo lies where its certificate does, so that it moves with the holder; from then on it is personal. */
const photos = sql`
  create function house.certificate_photo() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update public.evidence set unit_id = new.unit_id, personal = true where id = new.photo_id and subject_id = new.id;
    return null;
  end $$;
  create trigger photo after insert or update of unit_id, photo_id on certificates for each row
    when (new.photo_id is not null) execute function house.certificate_photo()`;
