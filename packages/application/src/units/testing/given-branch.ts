import { randomUUID } from 'node:crypto';

import type { Database, UnitRow } from '@changming/database';
import { type Branch, labelBranch } from '@changming/domain/units';
import { type Selectable, sql } from 'kysely';

import { given } from '../../testing/index.ts';

type Wanted = { readonly units: number; readonly persons: number };

/** Fills a unit with workshops of twenty teams each, `units` in all, and spreads persons over them. */
export async function givenBranch(owner: Database, head: Selectable<UnitRow>, { units, persons }: Wanted): Promise<string[]> {
  const children: Branch[] = [];
  for (let left = units; left > 0; left -= 21) {
    const teams = Array.from({ length: Math.min(20, left - 1) }, () => ({ id: randomUUID(), children: [] }));
    children.push({ id: randomUUID(), children: teams });
  }
  const parents = children.flatMap((shop) => [
    [shop.id, head.id, 1] as const,
    ...shop.children.map((team) => [team.id, shop.id, 2] as const),
  ]);
  const { used } = await owner.selectFrom('units').select('used').where('id', '=', head.id).executeTakeFirstOrThrow();
  const at = new Map(labelBranch({ id: head.id, children }, { lo: used, hi: head.hi })?.map((each) => [each.id, each]));
  const rows = parents.map(([id, parent, sink]) => ({
    parent,
    kind: sink === 1 ? 'workshop' : 'team',
    depth: head.depth + sink,
    ...at.get(id),
    id,
  }));
  await given.arranged(owner, async (tx) => {
    await tx
      .updateTable('units')
      .set({ used: at.get(head.id)?.used ?? head.used })
      .where('id', '=', head.id)
      .execute();
    await sql`
      with wanted as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, parent uuid, kind text, lo bigint, hi bigint, used bigint, depth smallint))
      , made as (insert into units (id, code, name, kind, parent_id, lo, hi, used, depth, opened_on, search_key)
        select id, id::text, left(id::text, 8), kind, parent, lo, hi, used, depth, '2025-01-01', id::text from wanted)
      insert into unit_spans (id, unit_id, parent_id, name, kind, from_on) select gen_random_uuid(), id, parent, left(id::text, 8), kind, '2025-01-01' from wanted`.execute(
      tx,
    );
    await sql`insert into persons (id, name, unit_id, search_key)
      select gen_random_uuid(), '工人' || n, (${rows.map(({ id }) => id)}::uuid[])[1 + n % ${rows.length}::int], '' from generate_series(1, ${persons}::int) n`.execute(
      tx,
    );
  });
  return rows.map(({ id }) => id);
}

/** Hazards spread over these units, without a history: what a branch lists most of. */
export async function givenHazards(owner: Database, unitIds: readonly string[], count: number): Promise<void> {
  await sql`alter table hazards disable trigger keep_history`.execute(owner);
  for (let done = 0; done < count; done += 20_000)
    await given.arranged(owner, (tx) =>
      sql`insert into hazards (id, unit_id, stage, category, key_area, kind, source, text, found_on, found_at, claimed_at, reported_at)
        select gen_random_uuid(), (${[...unitIds]}::uuid[])[1 + n % ${unitIds.length}::int], 'reported', 'fire', 'none', 'thing', 'self', '灭火器压力不足',
          date '2025-01-01' + n % 300, at, at, at from generate_series(1, 20000) n, cast('2026-01-01T00:00:00Z' as timestamptz) as at`.execute(
        tx,
      ),
    );
  await sql`alter table hazards enable trigger keep_history`.execute(owner);
}

/** What must hold of the tree whatever was done to it: labels nest as the units do, and every listed row stands where its unit stands. */
export async function faultsOfTree(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select 'outside its parent: ' || u.name as fault from units u join units p on p.id = u.parent_id where not (u.lo > p.lo and u.hi <= p.used and p.used <= p.hi)
    union all select 'wrong depth: ' || u.name from units u join units p on p.id = u.parent_id where u.depth <> p.depth + 1
    union all select 'crossing: ' || a.name from units a join units b on a.parent_id = b.parent_id and a.lo < b.lo and a.hi >= b.lo
    union all select 'wrong position: ' || p.name from persons p join units u on u.id = p.unit_id where p.unit_pos <> u.lo
    union all select 'wrong position: hazard' from hazards p join units u on u.id = p.unit_id where p.unit_pos <> u.lo
    union all select 'wrong position: appointment' from appointments p join units u on u.id = p.unit_id where p.unit_pos <> u.lo
    union all select 'no span: ' || u.name from units u where u.closed_on is null
      and not exists (select from unit_spans s where s.unit_id = u.id and s.to_on is null and s.parent_id is not distinct from u.parent_id and s.name = u.name)
    union all select 'a trigger rests: ' || tgname from pg_trigger where tgenabled = 'D'`.execute(owner);
  return rows.map(({ fault }) => fault);
}
