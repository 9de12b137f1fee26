import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [details, codes, kinds]) await part.execute(db);
}

/** What an office writes of a point beside its name. It stands beside the point, whose history has the columns it was made with. */
const details = sql`
  create table point_details (
    id uuid primary key references points,
    /* 编号 the office gives it, within its unit. */
    own_no text,
    place text,
    remark text
  );
  alter table point_details enable row level security;
  create policy of_visible on point_details for select using (exists (
    select from points p where p.id = point_details.id));
  create policy of_kept on point_details for insert with check (exists (
    select from points p where p.id = point_details.id and p.unit_pos operator(house.<@) (select house.write_scope())));
  create policy of_changed on point_details for update using (exists (
    select from points p where p.id = point_details.id and p.unit_pos operator(house.<@) (select house.write_scope())));
  call house.versioned('point_details');
  drop policy all_read on point_details_history;
  create policy of_visible on point_details_history for select using (exists (
    select from points p where p.id = point_details_history.id));
  call house.allow('select, insert, update', 'point_details')`;

/** Which of these codes are gone, whoever has them: a plate answers at its door anyway, and this tells no more than that it is taken. */
const codes = sql`
  create function house.plates_taken(codes text[]) returns setof text
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select p.code from points p where p.code = any(codes) $$;
  revoke execute on function house.plates_taken from public;
  do $$ begin
    execute format('grant execute on function house.plates_taken to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;

/** 点位台账 come in like the other ledgers. */
const kinds = sql`
  alter table import_batches drop constraint import_batches_kind_check;
  alter table import_batches add constraint import_batches_kind_check
    check (kind in ('units', 'workforce', 'points', 'hazards', 'risks', 'specialEquipment', 'fireEquipment', 'training'))`;
