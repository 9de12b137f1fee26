import type { Client } from 'pg';

/**
 * The list as offices' systems usually ask for it: every unit holds its ancestors as a text, a branch is every unit whose text contains the branch's id,
 * a page is cut out by its offset and the total counted beside it. With an index on what it joins by.
 */
export async function givenAncestors(owner: Client): Promise<void> {
  await owner.query(`create temporary table unit_ancestors as
    select u.id, (select string_agg(a.id::text, ',') from units a where a.lo <= u.lo and a.hi >= u.hi) as ancestors from units u`);
  await owner.query('create unique index on unit_ancestors (id)');
  await owner.query('create index if not exists hazards_of_unit on hazards (unit_id, stage)');
  await owner.query('analyze unit_ancestors');
}

const within = `from hazards h where h.stage = $1 and h.unit_id in (select id from unit_ancestors where $2::text = any(string_to_array(ancestors, ',')))`;

export async function listByAncestors(owner: Client, unitId: string, stage: string): Promise<void> {
  await owner.query(`select count(*) ${within}`, [stage, unitId]);
  await owner.query(
    `select h.id, h.number, h.stage, h.level, h.text, h.found_on, h.due_on ${within} order by h.due_key, h.id limit 20 offset 0`,
    [stage, unitId],
  );
}
