import { type Kysely, sql } from 'kysely';

/** 漏检原因: why a look-over was not made. The newest stands; the ones before it are in the trail. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table fire_spot_reasons (
      duty_id uuid primary key references fire_spot_duties,
      equipment_id uuid not null references fire_equipment,
      reason text not null check (reason in ('noProduction', 'shortStaffed', 'forgotten', 'noAccess', 'away', 'other')),
      note text,
      by_id uuid references persons,
      recorded_at timestamptz not null,
      check (reason <> 'other' or note is not null)
    );
    create index fire_spot_reasons_of_equipment on fire_spot_reasons (equipment_id);
    call house.child_of_equipment('fire_spot_reasons', 'fire_equipment');
    call house.allow('select, insert, update', 'fire_spot_reasons')`.execute(db);
}
