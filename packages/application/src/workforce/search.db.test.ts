import { type Database, scopeSetting } from '@changming/database';
import { openDatabase } from '@changming/database/open';
import { personFilter } from '@changming/domain/workforce';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { listAccounts } from '../access/index.ts';
import { as, type Given, given, givenAccount, test } from '../testing/index.ts';
import { listPersons } from './index.ts';

let units: Given;

async function many(owner: Database, count: number): Promise<void> {
  await given.arranged(owner, (tx) =>
    sql`insert into persons (id, name, unit_id, search_key)
      select gen_random_uuid(), '何' || n, ${units.workshop.id}, '何' || n || ' h' || n from generate_series(1, ${count}::int) n`.execute(
      tx,
    ),
  );
}

describe('looking for people', () => {
  test('goes by part of the name, pinyin initials or 工号, in the branch alone', async ({ house, database: { owner } }) => {
    units = await given.group(owner);
    const near = await given.person(owner, units.mill, { name: '欧阳试', staff_no: 'GH-1_0', search_key: '欧阳试 oys gh-1_0' });
    const far = await given.person(owner, units.farMill, { name: '欧阳试', staff_no: 'GH-2', search_key: '欧阳试 oys gh-2' });
    await givenAccount(owner, { person: near, over: { login: 'ou.yang' } });
    await givenAccount(owner, { person: far });
    const persons = async (q: string, at = units.root) =>
      (await listPersons(as(house, 'hqSafety', at), personFilter.parse({ q }))).items.map(({ staffNo }) => staffNo);
    const accounts = async (q: string, at = units.root) =>
      (await listAccounts(as(house, 'systemAdmin', at), { q, limit: 50 })).items.map(({ staffNo }) => staffNo);

    for (const q of ['阳试', 'OYS', '欧']) {
      expect(new Set(await persons(q))).toEqual(new Set(['GH-1_0', 'GH-2']));
      expect(new Set(await accounts(q))).toEqual(new Set(['GH-1_0', 'GH-2']));
      expect([await persons(q, units.east), await accounts(q, units.east)]).toEqual([['GH-1_0'], ['GH-1_0']]);
    }
    for (const q of ['-1_0', 'ou.yang']) expect(await accounts(q)).toEqual(['GH-1_0']);
    for (const q of ['%', 'GH_', '\\']) expect([await persons(q), await accounts(q)]).toEqual([[], []]);
  });

  test('finds at most a thousand and says that there are more', async ({ house, database: { owner } }) => {
    await many(owner, 1200);
    const hq = as(house, 'hqSafety', units.root);
    const find = (q: string) => listPersons(hq, personFilter.parse({ q, limit: 1 }));

    expect(await find('何')).toMatchObject({ tooMany: true });
    expect(await find('h1200')).toMatchObject({ items: [{ name: '何1200' }], tooMany: false });
    expect(await listPersons(hq, personFilter.parse({ limit: 1 }))).toMatchObject({ tooMany: false });
  });

  test('asks no range outside the scope, without a scope none at all, and the helper of it not by itself', async ({
    database: { url, role },
  }) => {
    const runtime = openDatabase({ url, role, max: 1 });
    const ask = (search: string, { scope, wanted }: { scope: Given['mill'] | null; wanted: Given['mill'] }) =>
      runtime.transaction().execute(async (tx) => {
        if (scope !== null) await sql`select set_config('app.read_scope', ${scopeSetting([scope])}, true)`.execute(tx);
        const { rows } = await sql`
          select id from ${sql.raw(search)}('oys', array[${wanted.lo}]::bigint[], array[${wanted.hi}]::bigint[], 10)`.execute(tx);
        return rows.length;
      });
    const { root, east, mill, farMill, workshop } = units;

    for (const search of ['house.search_persons', 'house.search_accounts']) {
      expect([await ask(search, { scope: mill, wanted: mill }), await ask(search, { scope: root, wanted: root })]).toEqual([1, 2]);
      for (const scope of [farMill, workshop, east, null])
        await expect(ask(search, { scope, wanted: scope === east ? root : mill })).rejects.toThrow('outside the scope');
    }
    await expect(sql`select house.whole_within_scope('{}', '{}')`.execute(runtime)).rejects.toThrow('permission denied');
    await runtime.destroy();
  });
});
