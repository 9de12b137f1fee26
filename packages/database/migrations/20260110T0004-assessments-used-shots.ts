import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [used, granted]) await part.execute(db);
}

/**
 * Whether a photo of a hazard's finished work was there before: taken of the same hazard as it was found, or declared before with another,
 * wherever in the group that lies. Asked of hazards that the caller's own query has found; which other hazard it was is not told.
 */
const used = sql`
  create function house.is_shot_used(of_hazard uuid, cut_off timestamptz) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from hazard_photos a join hazard_photos b using (sha256)
      where a.hazard_id = of_hazard and a.kind = 'after' and a.declared_at <= cut_off and b.declared_at <= cut_off
        and ((b.hazard_id = of_hazard and b.kind = 'before') or (b.hazard_id <> of_hazard and b.declared_at < a.declared_at))) $$`;

const granted = sql`
  revoke execute on function house.is_shot_used from public;
  do $$ begin
    execute format('grant execute on function house.is_shot_used to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
