import { randomUUID } from 'node:crypto';

import { type Kysely, sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Database, Tables } from './database.ts';
import { openDatabase } from './open.ts';
import { scopeSetting, within } from './scope.ts';
import { test } from './testing/index.ts';

const mill = { lo: 110, hi: 119 };
const office = { lo: 120, hi: 129 };
const far = { lo: 900, hi: 999 };
const at = '2026-01-05T00:00:00Z';

async function givenUnitWithPerson(owner: Kysely<Tables>, range: typeof mill): Promise<string> {
  const id = randomUUID();
  await owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.at', ${at}, true)`.execute(tx);
    await sql`insert into units (id, code, name, kind, parent_id, lo, hi, used, depth, opened_on, search_key)
      values (${id}, ${id}, ${id}, 'factory', (select id from units where parent_id is null), ${range.lo}, ${range.hi}, ${range.lo}, 1, '2026-01-01', '')`.execute(
      tx,
    );
    await sql`insert into persons (id, name, unit_id, search_key) values (${randomUUID()}, '李', ${id}, '')`.execute(tx);
  });
  return id;
}

async function givenGroup(owner: Database): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.at', ${at}, true)`.execute(tx);
    await sql`insert into units (id, code, name, kind, lo, hi, used, depth, opened_on, search_key)
      values (${randomUUID()}, 'G', '集团', 'group', 1, 9999, 999, 0, '2026-01-01', '') on conflict do nothing`.execute(tx);
  });
}

/** What the runtime role sees when it forgets every predicate: only the policy is left. */
async function visible(db: Database, setting: string | null): Promise<number> {
  return db.transaction().execute(async (tx) => {
    if (setting !== null) await sql`select set_config('app.read_scope', ${setting}, true)`.execute(tx);
    return (await tx.selectFrom('persons').select('id').execute()).length;
  });
}

describe('a scope', () => {
  test('is told to the planner as what it is: no policy uses the operator that is guessed to keep one row in two hundred', async ({
    database: { owner },
  }) => {
    const { rows } = await sql<{ tablename: string; policyname: string }>`
      select tablename, policyname from pg_policies where coalesce(qual, '') || coalesce(with_check, '') ~ '[a-z] <@'`.execute(owner);
    const { rows: scoped } = await sql`select from pg_policies where qual like '%OPERATOR(house.<@)%'`.execute(owner);

    expect(rows).toEqual([]);
    expect(scoped.length).toBeGreaterThan(100);
  });

  test('holds by policy alone, and shows nothing when it is unset, emptied or empty', async ({ database: { owner, url, role } }) => {
    await givenGroup(owner);
    await givenUnitWithPerson(owner, mill);
    await givenUnitWithPerson(owner, office);
    const runtime = openDatabase({ url, role, max: 1 });

    const seen = [];
    for (const setting of [scopeSetting([mill]), scopeSetting([mill, office]), scopeSetting([far]), scopeSetting([]), '', null]) {
      seen.push(await visible(runtime, setting));
    }
    await runtime.destroy();

    expect(seen).toEqual([1, 2, 0, 0, 0, 0]);
  });

  test('refuses a row written outside it, whatever position the writer claims', async ({ database: { owner, url, role } }) => {
    const elsewhere = await givenUnitWithPerson(owner, { lo: 300, hi: 309 });
    const runtime = openDatabase({ url, role, max: 1 });

    const attempt = runtime.transaction().execute(async (tx) => {
      await sql`select set_config('app.at', ${at}, true), set_config('app.write_scope', ${scopeSetting([mill])}, true)`.execute(tx);
      await sql`insert into persons (id, name, unit_id, unit_pos, search_key) values (${randomUUID()}, '王', ${elsewhere}, 110, '')`.execute(
        tx,
      );
    });

    await expect(attempt).rejects.toThrow('row-level security');
    await runtime.destroy();
  });

  test('means the same rows as a predicate, for none, one and several branches', async ({ database: { owner } }) => {
    const counted = [];
    for (const ranges of [[], [mill], [mill, office]]) {
      const rows = await owner
        .selectFrom('persons')
        .select('id')
        .where((eb) => within(eb.ref('unit_pos'), ranges))
        .execute();
      counted.push(rows.length);
    }

    expect(counted).toEqual([0, 1, 2]);
  });

  test('lets the runtime role change neither the trail, nor history, nor its own settings for good', async ({
    database: { url, role },
  }) => {
    const runtime = openDatabase({ url, role, max: 1 });

    for (const forbidden of [
      'update trail set verb = $$x$$',
      'delete from trail',
      'delete from persons_history',
      'truncate units',
      'drop table units',
    ]) {
      await expect(sql.raw(forbidden).execute(runtime)).rejects.toThrow(/permission denied|must be owner/);
    }
    await runtime.destroy();
  });
});
