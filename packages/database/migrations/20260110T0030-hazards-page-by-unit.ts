import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [sooner, granted]) await part.execute(db);
}

/**
 * Whether the first `page` hazards of a stage by their deadlines are sooner picked unit by unit, each in its own order, than by walking the
 * whole group's order until the branch has shown as many. `shown` of them are in the branch; how many there are in the group is read past
 * the scope, and only this answer leaves. Opening a unit costs as much as fifty steps of the walk, each hazard of it six. More units than
 * 400 are not told apart: so many are worth it only where the walk would be long.
 */
const sooner = sql`
  create function house.sooner_by_unit(low bigint, high bigint, of_stage text, shown bigint, page integer) returns boolean
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    whole bigint := (select sum(r.count) from units u join hazard_rollups r on r.unit_id = u.id
      where u.parent_id is null and r.reach = 'all' and r.facet = 'level' and r.stage = of_stage);
    walked bigint := page * coalesce(whole, 0) / greatest(shown, 1);
    many bigint;
  begin
    if walked <= 50 then
      return false;
    end if;
    select count(*) into many from (select from units u where u.lo between low and high limit 400) as few;
    return many * 50 + 6 * least(shown, many * page) < walked;
  end $$`;

const granted = sql`
  revoke execute on function house.sooner_by_unit from public;
  do $$ begin
    execute format('grant execute on function house.sooner_by_unit to %I', (select value from house.facts where name = 'runtime_role'));
  end $$`;
