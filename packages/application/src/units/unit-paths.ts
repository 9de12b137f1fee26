import type { Tx } from '@changming/database';
import { sql } from 'kysely';

type Named = { readonly id: string; readonly name: string };

/**
 * Units by their path below the group, `公司/工厂/车间`: the way to the root is no secret. A unit that the reader may not see has its name
 * alone, and the group goes without saying but for itself.
 */
export async function unitPaths(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  const seen = await pathsSeen(tx, wanted);
  const unseen = wanted.filter((id) => !seen.has(id));
  if (unseen.length === 0) return seen;
  const { rows } = await sql<Named>`select id, name from house.units_named(${unseen}::uuid[])`.execute(tx);
  return new Map([...seen, ...rows.map(({ id, name }) => [id, name] as const)]);
}

async function pathsSeen(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<Named>`
    with recursive up (below, id, parent_id, name, depth) as (
      select id, id, parent_id, name, depth from units where id = any(${ids}::uuid[])
      union all
      select up.below, u.id, u.parent_id, u.name, u.depth from up join units u on u.id = up.parent_id)
    select below as id, string_agg(name, '/' order by depth) as name from up where depth > 0 or id = below group by below`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
