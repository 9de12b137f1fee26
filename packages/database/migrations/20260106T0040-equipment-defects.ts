import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await photos.execute(db);
  await defects.execute(db);
}

/** Photos that a look-over declared, and whose evidence each is: of the check, or of the hazard that it became. */
const photos = sql`
  create table fire_check_photos (
    check_id uuid not null references fire_checks,
    equipment_id uuid not null references fire_equipment,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    at integer not null,
    subject_id uuid not null,
    primary key (check_id, sha256)
  );
  call house.child_of_equipment('fire_check_photos', 'fire_equipment');
  call house.allow('select, insert, update', 'fire_check_photos')`;

/** 点检发现的缺陷: the hazard that a check of a piece became, one a check. */
const defects = sql`
  create table fire_defects (
    check_id uuid primary key references fire_checks,
    equipment_id uuid not null references fire_equipment,
    hazard_id uuid not null unique references hazards,
    by_id uuid references persons,
    recorded_at timestamptz not null
  );
  create index fire_defects_of_equipment on fire_defects (equipment_id);
  call house.child_of_equipment('fire_defects', 'fire_equipment');
  call house.allow('select, insert', 'fire_defects')`;
