import { randomUUID } from 'node:crypto';

import { type RawBuilder, sql } from 'kysely';
import { describe, expect } from 'vitest';

import { countOverAll } from './count-over-all.ts';
import type { Database, Tx } from './database.ts';
import { openDatabase } from './open.ts';
import { scopeSetting } from './scope.ts';
import { test } from './testing/index.ts';
import { inTransaction } from './transaction.ts';

const mill = { lo: 110, hi: 119 };
const far = { lo: 900, hi: 999 };
const persons = sql<{ count: number }>`select count(*)::integer as count from persons`;

/** What whoever sees the mill alone is told, by the policies only. */
async function atMill<Result>({ url, role }: { url: string; role: string }, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const runtime = openDatabase({ url, role, max: 1 });
  const settings = { 'app.read_scope': scopeSetting([mill]), 'app.whole': '' };
  try {
    return await inTransaction(runtime, { mode: 'read only', settings }, work);
  } finally {
    await runtime.destroy();
  }
}

const counted = async (tx: Tx, statement: RawBuilder<{ count: number }>) => countOverAll(tx, [mill], statement);

describe('a count over all', () => {
  test('counts the whole group, and before and after it the branch alone is seen', async ({ database }) => {
    await givenPersons(database.owner);

    const seen = await atMill(database, async (tx) => {
      const narrow = async () => (await persons.execute(tx)).rows[0]?.count;
      return [await narrow(), (await counted(tx, persons)).count, await narrow()];
    });

    expect(seen).toEqual([1, 2, 1]);
  });

  test('leaves nobody with sight of more than the branch when it fails, not even within its transaction', async ({ database }) => {
    const lost = { execute: () => Promise.reject(new Error('lost on the way')) } as unknown as typeof persons;

    const seen = await atMill(database, async (tx) => {
      await expect(counted(tx, lost)).rejects.toThrow('lost on the way');
      return (await persons.execute(tx)).rows;
    });

    expect(seen).toEqual([{ count: 1 }]);
    await expect(atMill(database, async (tx) => counted(tx, sql`select 1 / 0 as count`))).rejects.toThrow('division by zero');
  });

  test('lets nothing out but one row of whole numbers', async ({ database }) => {
    const leaks = [
      sql<never>`select count(*)::integer as count, min(name) as name from persons`,
      sql<never>`select count(*)::integer as count from persons group by unit_id`,
      sql<never>`select array_agg(id) as count from persons`,
      sql<never>`select count(*)::integer as count from persons having false`,
    ];

    for (const leak of leaks) await expect(atMill(database, async (tx) => counted(tx, leak))).rejects.toThrow('one row of whole numbers');
  });
});

/** One in the mill, one far from it. */
async function givenPersons(owner: Database): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`select set_config('app.at', '2026-01-05T00:00:00Z', true)`.execute(tx);
    for (const { lo, hi } of [{ lo: 1, hi: 9999 }, mill, far]) {
      const id = randomUUID();
      const isTop = lo === 1;
      await sql`insert into units (id, code, name, kind, parent_id, lo, hi, used, depth, opened_on, search_key)
        values (${id}, ${id}, ${id}, ${isTop ? 'group' : 'factory'}, (select id from units where parent_id is null), ${lo}, ${hi}, ${lo},
          ${isTop ? 0 : 1}, '2026-01-01', '')`.execute(tx);
      if (!isTop) await sql`insert into persons (id, name, unit_id, search_key) values (${randomUUID()}, '李', ${id}, '')`.execute(tx);
    }
  });
}
