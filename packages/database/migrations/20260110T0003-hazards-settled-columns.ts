import { type Kysely, sql } from 'kysely';

/**
 * While a ledger comes in the server looks again at what hazards are found, joined and put in order by. What they say it looks at by itself
 * later: to sort thirty thousand texts and to count their pairs of signs took three quarters of the time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function house.analyze_hazards() returns void
      language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      analyze hazards (id, unit_id, unit_pos, point_id, stage, level, suggestion, category, key_area, kind, source, origin, found_by_id,
        found_on, responsible_unit_id, responsible_id, leader_id, due_on, due_key, acceptance_due_on, submitted_by_id, submitted_on,
        accepted_by_id, closed_on, recurrence_of_id, reopenings, supervised);
    end $$`.execute(db);
}
