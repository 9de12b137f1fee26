import { scopeSetting } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { sql } from 'kysely';
import { expect } from 'vitest';

import { given, test } from '../testing/index.ts';

type Range = { readonly lo: number; readonly hi: number };

/** Runs one statement as the runtime role, with row-level security alone between it and the other branches. */
async function alone(database: { url: string; role: string }, scope: readonly Range[] | null, statement: ReturnType<typeof sql>) {
  const runtime = openDatabase({ url: database.url, role: database.role, max: 1 });
  try {
    return await runtime.transaction().execute(async (tx) => {
      await sql`select set_config('app.at', '2026-01-20T00:00:00Z', true)`.execute(tx);
      if (scope !== null)
        await sql`select set_config('app.read_scope', ${scopeSetting(scope)}, true), set_config('app.write_scope', ${scopeSetting(scope)}, true)`.execute(
          tx,
        );
      return (await statement.execute(tx)).rows;
    });
  } finally {
    await runtime.destroy();
  }
}

test('labels are given within the write scope only: not to other branches, not from other branches, not without a scope', async ({
  database,
}) => {
  const { east, west, mill } = await given.group(database.owner);
  const relabel = (id: string, lo: number) =>
    sql`select house.relabel(array[${id}]::uuid[], array[${lo}]::bigint[], array[${lo}]::bigint[], array[${lo}]::bigint[], 0)`;

  const refused = [
    { scope: [east], to: west.hi - 5 },
    { scope: [west], to: west.hi - 5 },
    { scope: [], to: east.hi - 5 },
    { scope: null, to: east.hi - 5 },
  ];
  for (const { scope, to } of refused)
    await expect(alone(database, scope, relabel(mill.id, to))).rejects.toThrow('labels outside the scope');
  await alone(database, [east], relabel(mill.id, east.hi - 5));

  const { lo } = await database.owner.selectFrom('units').select('lo').where('id', '=', mill.id).executeTakeFirstOrThrow();
  expect(lo).toBe(east.hi - 5);
});

test('only while positions change do references and triggers rest: whoever moves a branch is held to them right afterwards', async ({
  database: { owner },
}) => {
  const east = await owner.selectFrom('units').selectAll().where('name', '=', '东城服饰').executeTakeFirstOrThrow();
  const { lo, hi, id } = east;
  const person = await given.person(owner, east);
  const moved = owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.at', '2026-01-20T02:00:00Z', true), set_config('app.write_scope', ${`{[${lo},${hi}]}`}, true)`.execute(
      tx,
    );
    await sql`select house.relabel(array[${id}]::uuid[], array[${lo + 1}]::bigint[], array[${hi}]::bigint[], array[${hi}]::bigint[], 0)`.execute(
      tx,
    );
    const there = await tx.selectFrom('persons').select('unit_pos').where('id', '=', person.id).executeTakeFirstOrThrow();
    expect(there.unit_pos).toBe(lo + 1);
    await sql`update persons set unit_id = gen_random_uuid() where id = ${person.id}`.execute(tx);
  });

  await expect(moved).rejects.toThrow(/no rows|foreign key/);
});

test('for an owner of the database who may not let references rest they are asked, and nothing fails', async ({
  database: { owner, role },
}) => {
  const restsFor = (who: string) =>
    owner.transaction().execute(async (tx) => {
      await sql`grant execute on function house.let_references_rest to ${sql.id(role)}`.execute(tx);
      await sql`set local role ${sql.id(who)}`.execute(tx);
      await sql`select house.let_references_rest()`.execute(tx);
      const { rows } = await sql`select current_setting('session_replication_role') as now`.execute(tx);
      await sql`reset role`.execute(tx);
      await sql`revoke execute on function house.let_references_rest from ${sql.id(role)}`.execute(tx);
      return rows;
    });
  const { rows } = await sql<{ strong: string }>`select current_user as strong`.execute(owner);

  expect(await restsFor(rows[0]?.strong ?? '')).toEqual([{ now: 'replica' }]);
  expect(await restsFor(role)).toEqual([{ now: 'origin' }]);
});

test('policies alone show a branch its own past and the path above it, and nothing of its neighbours', async ({ database }) => {
  const { rows } = { rows: await database.owner.selectFrom('units').selectAll().execute() };
  const west = rows.find(({ name }) => name === '西岭羽绒');
  if (west === undefined) throw new Error('the group of the first test is missing');
  const names = async (table: string, scope: readonly Range[] | null) =>
    (await alone(database, scope, sql`select distinct name from ${sql.table(table)} order by name`)).map(
      (row) => (row as { name: string }).name,
    );

  for (const table of ['units', 'unit_spans', 'units_history', 'unit_spans_history']) {
    expect([table, (await names(table, [west])).toSorted()]).toEqual([table, ['岚枝集团', '西岭一厂', '西岭羽绒'].toSorted()]);
    expect([table, await names(table, []), await names(table, null)]).toEqual([table, [], []]);
  }
});

test('the door for names of units opens on the scope alone, whatever ranges it is asked for', async ({ database }) => {
  const rows = await database.owner.selectFrom('units').selectAll().execute();
  const [root, east, west] = ['岚枝集团', '东城服饰', '西岭羽绒'].map((name) => rows.find((row) => row.name === name));
  if (root === undefined || east === undefined || west === undefined) throw new Error('the group of the first test is missing');
  await given.arranged(database.owner, (tx) => sql`update units set search_key = name`.execute(tx));
  const found = async (scope: readonly Range[] | null, wanted: Range, key = '西岭') => {
    const ids = await alone(
      database,
      scope,
      sql`select id from house.search_units(${key}, array[${wanted.lo}]::bigint[], array[${wanted.hi}]::bigint[], 10)`,
    );
    return ids.map((row) => rows.find(({ id }) => id === (row as { id: string }).id)?.name);
  };

  expect(await found([root], root)).toEqual(['西岭羽绒', '西岭一厂']);
  expect(await found([west], root)).toEqual(['西岭羽绒', '西岭一厂']);
  expect(await found([west], root, '岭一')).toEqual(['西岭一厂']);
  expect([await found([east], root), await found([root], east), await found([], root), await found(null, root)]).toEqual([[], [], [], []]);
  expect(await found([root], root, '%')).toEqual([]);
});

test('what follows a merged unit or keeps one open is counted and moved in the scope only', async ({ database }) => {
  const { rows } = { rows: await database.owner.selectFrom('units').selectAll().execute() };
  const [east, far] = [rows.find(({ name }) => name === '东城服饰'), rows.find(({ name }) => name === '西岭一厂')];
  if (east === undefined || far === undefined) throw new Error('the group of the first test is missing');
  await given.person(database.owner, far);

  const inside = await alone(database, [far], sql`select name, live from house.left_open(${far.id}) where live > 0`);
  const outside = await alone(database, [east], sql`select name, live from house.left_open(${far.id}) where live > 0`);
  const moved = await alone(database, [east], sql`select name from house.follow_unit(${far.id}, ${east.id})`);

  expect([inside, outside, moved]).toEqual([[{ name: 'persons', live: 1 }], [], []]);
});
