import { type Kysely, sql } from 'kysely';

/**
 * A photo that was announced may never arrive. One that is handed in again is noted with the instant it was announced last, so that a newer
 * hand-in takes the place of an older one; 照片已无法补传 is said by a person, with a reason. Both stand beside what the phone declared.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table hazard_photos
      add column declared_again_at timestamptz,
      add column given_up_at timestamptz,
      add column given_up_by_id uuid references persons,
      add column given_up_reason text,
      add constraint hazard_photos_given_up_whole
        check (num_nulls(given_up_at, given_up_by_id, given_up_reason) in (0, 3));
    call house.allow('update (declared_again_at, given_up_at, given_up_by_id, given_up_reason)', 'hazard_photos')`.execute(db);
}
