import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [wholeHistory, besidePrevention, waived]) await part.execute(db);
}

/** A run reads the whole group: whoever may see all of it is not asked row by row. */
const wholeHistory = sql`
  do $$
  declare
    past text;
  begin
    foreach past in array '{risks_history,points_history,key_positions_history,special_equipment_history,fire_equipment_history,
      fire_spot_duties_history}'::text[] loop
      execute format('drop policy in_scope_read on %I', past);
      execute format('create policy in_scope_read on %I for select using ((select house.sees_all()) or exists (
        select from units where units.id = unit_id and units.lo <@ (select house.read_scope())))', past);
    end loop;
  end $$`;

/** The same for what stands beside risks and equipment and counts. */
const besidePrevention = sql`
  alter policy of_visible on risk_gradings using ((select house.sees_all()) or exists (select from risks r where r.id = risk_id));
  alter policy of_visible on risk_measures using ((select house.sees_all()) or exists (select from risks r where r.id = risk_id));
  alter policy of_visible on risk_regradings using ((select house.sees_all()) or exists (select from risks r where r.id = risk_id));
  alter policy of_visible on special_states using ((select house.sees_all()) or exists (select from special_equipment e where e.id = equipment_id));
  alter policy of_visible on special_inspections using ((select house.sees_all()) or exists (select from special_equipment e where e.id = equipment_id));
  alter policy of_visible on fire_checks using ((select house.sees_all()) or exists (select from fire_equipment e where e.id = equipment_id))`;

/** When something came to be owed no more: a run that counted it before then counts it again when it is done anew. */
const waived = sql`
  alter table inspection_occurrences add waived_at timestamptz;
  create function house.note_waiver() returns trigger language plpgsql as $$
  begin
    new.waived_at := house.at();
    return new;
  end $$;
  create trigger note_waiver before update of state on inspection_occurrences
    for each row when (new.state = 'waived' and old.state <> 'waived') execute function house.note_waiver()`;
