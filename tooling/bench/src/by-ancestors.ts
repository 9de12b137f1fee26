import type { Client } from 'pg';

import type { Statement } from './statements.ts';

/**
 * Which index of hazards the other side has. Such systems usually index the unit and the stage; the best is by unit and stage in the order of
 * the page, with the position too, so that row-level security need not fetch the row.
 */
export const ancestorIndexes = {
  usual: '(unit_id, stage)',
  best: '(unit_id, stage, due_key, id) include (unit_pos)',
} as const;

/**
 * The list as offices' systems usually ask for it: every unit holds the numbers of its ancestors as a text, a branch is every unit whose text
 * contains the branch's number, a page is cut out by its offset and the total counted beside it.
 */
export async function givenAncestors(owner: Client, role: string, index: keyof typeof ancestorIndexes): Promise<void> {
  await owner.query('drop table if exists unit_ancestors; drop index if exists hazards_of_unit');
  await owner.query(`create table unit_ancestors as
    with numbered as (select id, lo, hi, row_number() over (order by lo) as no from units)
    select u.id, u.no, (select coalesce(string_agg(a.no::text, ',' order by a.lo), '0') from numbered a where a.lo < u.lo and a.hi >= u.hi) as ancestors
    from numbered u`);
  await owner.query('create unique index on unit_ancestors (id); create unique index on unit_ancestors (no)');
  await owner.query(`grant select on unit_ancestors to ${role}`);
  await owner.query(`create index hazards_of_unit on hazards ${ancestorIndexes[index]}`);
  await owner.query('analyze unit_ancestors');
}

export async function withoutAncestors(owner: Client): Promise<void> {
  await owner.query('drop table unit_ancestors; drop index if exists hazards_of_unit');
}

const within = `from hazards h where h.stage = $1 and h.unit_id in (
  select id from unit_ancestors where no = $2::bigint or $2::text = any(string_to_array(ancestors, ',')))`;

/** The page's ids, each with the total: what the product's own first statement answers. */
export function pageByAncestors(no: string, stage: string): Statement {
  const text = `select h.id, h.due_key as day, (select count(*) ${within})::bigint as total ${within} order by h.due_key, h.id limit 21 offset 0`;
  return { text, values: [stage, no], name: 'page by ancestors' };
}

/** As it was measured at first: two bare statements of the owner, without names, photos and row-level security. */
export async function listBarely(owner: Client, no: string, stage: string): Promise<void> {
  await owner.query(`select count(*) ${within}`, [stage, no]);
  await owner.query(
    `select h.id, h.number, h.stage, h.level, h.text, h.found_on, h.due_on ${within} order by h.due_key, h.id limit 20 offset 0`,
    [stage, no],
  );
}
