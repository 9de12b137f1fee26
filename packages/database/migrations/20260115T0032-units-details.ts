import { type Kysely, sql } from 'kysely';

/** 地址 and 备注 of a unit's profile: whoever sees the unit sees them, with their history. Null: taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table unit_details (
      id uuid primary key references units,
      address text check (address <> ''),
      remark text check (remark <> '')
    );
    alter table unit_details enable row level security;
    create policy in_sight on unit_details for select using (exists (select from units u where u.id = unit_details.id));
    create policy in_scope_insert on unit_details for insert with check (exists (
      select from units u where u.id = unit_details.id and u.lo operator(house.<@) (select house.write_scope())));
    create policy in_scope_update on unit_details for update using (exists (
      select from units u where u.id = unit_details.id and u.lo operator(house.<@) (select house.write_scope())));
    call house.versioned('unit_details');
    drop policy all_read on unit_details_history;
    create policy in_sight on unit_details_history for select using (exists (select from units u where u.id = unit_details_history.id));
    call house.allow('select, insert, update', 'unit_details')`.execute(db);
}
