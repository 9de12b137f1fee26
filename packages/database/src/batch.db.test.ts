import { CompiledQuery, sql } from 'kysely';
import { Pool, type PoolClient } from 'pg';
import { describe, expect } from 'vitest';

import { type Statement, sendTogether } from './batch.ts';
import type { Tx } from './database.ts';
import { holdTree, holdTreeWithNext } from './hold-tree.ts';
import { openDatabase } from './open.ts';
import type { Travelling } from './pipelined-driver.ts';
import { test } from './testing/index.ts';
import { alongWithNext, askWithNext, inTransaction } from './transaction.ts';

async function onClient<Result>(url: string, act: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const pool = new Pool({ connectionString: url, max: 1 });
  pool.on('error', () => undefined);
  const client = await pool.connect();
  client.on('error', () => undefined);
  try {
    return await act(client);
  } finally {
    client.release(true);
    await pool.end();
  }
}

const begin: Statement = { sql: 'begin', parameters: [], name: 'begin' };
const commit: Statement = { sql: 'commit', parameters: [], name: 'commit' };
const halved = (by: number): Statement => ({ sql: 'select 10 / $1::int as half, null as nothing', parameters: [by], name: 'halved' });

describe('statements sent together', () => {
  test('are answered each by itself, as often as they are sent', ({ database: { url } }) =>
    onClient(url, async (client) => {
      const list: Statement = { sql: 'select n, $1::text[] as words from generate_series(1, 2) n', parameters: [['甲', '"乙"']] };
      for (const by of [2, 5]) {
        const answers = await sendTogether(client, [begin, halved(by), list, commit]);

        expect(answers.map(({ command, rowCount }) => [command, rowCount])).toEqual([
          ['BEGIN', null],
          ['SELECT', 1],
          ['SELECT', 2],
          ['COMMIT', null],
        ]);
        expect(answers[1]?.rows).toEqual([{ half: 10 / by, nothing: null }]);
        expect(answers[2]?.rows).toEqual([1, 2].map((n) => ({ n, words: ['甲', '"乙"'] })));
      }
    }));

  test('end with the first that fails, and what was prepared on the way serves again', ({ database: { url } }) =>
    onClient(url, async (client) => {
      const other: Statement = { sql: 'select 7 as other', parameters: [], name: 'other' };

      await expect(sendTogether(client, [begin, halved(0), other, commit])).rejects.toMatchObject({ code: '22012' });
      expect((await client.query('rollback')).command).toBe('ROLLBACK');
      await expect(
        sendTogether(client, [
          { sql: 'select', parameters: [], name: 'x' },
          { sql: 'no sql', parameters: [] },
        ]),
      ).rejects.toThrow();
      const answers = await sendTogether(client, [begin, halved(5), other, commit]);

      expect(answers.map(({ rows }) => rows)).toEqual([[], [{ half: 2, nothing: null }], [{ other: 7 }], []]);
    }));

  test('are not sent at all when one of them cannot be, and fail with their connection', ({ database: { url } }) =>
    onClient(url, async (client) => {
      const endless: Record<string, unknown> = {};
      endless['self'] = endless;

      await expect(sendTogether(client, [begin, { sql: 'select $1::jsonb', parameters: [endless] }])).rejects.toThrow('circular');
      expect((await client.query<{ open: boolean }>('select now() <> statement_timestamp() as open')).rows).toEqual([{ open: false }]);
      const unanswered = sendTogether(client, [begin, { sql: 'select pg_sleep(60)', parameters: [] }, halved(1)]);
      client.connection.stream.destroy();
      await expect(unanswered).rejects.toThrow('Connection terminated');
    }));
});

describe('a write that travels along', () => {
  const noted = (n: number) => sql`insert into travelled values (${n})`;
  const kept = sql<{ n: number }>`select n from travelled order by n`;

  test('is there for the next statement, comes in with the commit, and goes with the rest', async ({ database: { url } }) => {
    const db = openDatabase({ url, max: 1 });
    await sql`create table travelled (n integer primary key)`.execute(db);
    const writing = <Result>(work: (tx: Tx) => Promise<Result>) => inTransaction(db, { mode: 'read write', settings: null }, work);

    const seen = await writing(async (tx) => {
      await alongWithNext(tx, noted(1));
      const { rows } = await kept.execute(tx);
      await alongWithNext(tx, noted(2));
      return rows;
    });
    await writing((tx) => alongWithNext(tx, noted(3)));
    const failing = writing(async (tx) => {
      await kept.execute(tx);
      await alongWithNext(tx, noted(4));
      throw new Error('thought better of it');
    });
    await expect(failing).rejects.toThrow('thought better of it');
    await expect(writing((tx) => alongWithNext(tx, noted(1)))).rejects.toMatchObject({ code: '23505' });

    expect(seen).toEqual([{ n: 1 }]);
    expect((await kept.execute(db)).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    await db.destroy();
  });
});

describe('a question that travels along', () => {
  test('is answered with the next statement', async ({ database: { url } }) => {
    const db = openDatabase({ url, max: 1 });

    const answers = await inTransaction(db, { mode: 'read write', settings: null }, async (tx) => {
      const asked = await askWithNext(tx, sql<{ n: number }>`select 1 as n`);
      expect(asked).toThrow('no statement has followed yet');
      const { rows } = await sql<{ n: number }>`select 2 as n`.execute(tx);
      return [...asked(), ...rows];
    });

    expect(answers).toEqual([{ n: 1 }, { n: 2 }]);
    await db.destroy();
  });
});

describe('the hold of the tree that travels along', () => {
  const shared = { mode: 'read write', settings: { 'app.at': 'now' } } as const;

  test('sets out, and the transaction with it, while the verb does something else', async ({ database: { url } }) => {
    const [db, owner] = [openDatabase({ url, max: 1 }), openDatabase({ url, max: 1 })];
    const holders = sql<{ n: number }>`
      select count(*)::int as n from pg_locks l join pg_database d on d.oid = l.database
      where d.datname = current_database() and l.locktype = 'advisory' and l.granted and l.pid <> pg_backend_pid()`;

    const held = await inTransaction(db, shared, async (tx) => {
      await holdTreeWithNext(tx, 'shared');
      await expect.poll(async () => (await holders.execute(owner)).rows).toEqual([{ n: 1 }]);
      return (await sql<{ at: string }>`select current_setting('app.at') as at`.execute(tx)).rows;
    });

    expect(held).toEqual([{ at: 'now' }]);
    expect((await holders.execute(owner)).rows).toEqual([{ n: 0 }]);
    await Promise.all([db.destroy(), owner.destroy()]);
  });

  test('refuses what follows when it failed, and leaves the connection usable', async ({ database: { url } }) => {
    const [db, owner] = [openDatabase({ url, max: 1 }), openDatabase({ url, max: 1 })];
    const impatient = { mode: 'read write', settings: { 'app.at': 'now' } } as const;
    await sql`set lock_timeout = '50ms'`.execute(db);

    await inTransaction(owner, shared, async (tx) => {
      await holdTree(tx, 'alone');
      const waiting = inTransaction(db, impatient, async (mine) => {
        await holdTreeWithNext(mine, 'shared');
        await new Promise((resume) => setTimeout(resume, 200));
        await sql`select 1`.execute(mine);
      });
      await expect(waiting).rejects.toMatchObject({ code: '55P03' });
      const hasty = inTransaction(db, impatient, async (mine) => {
        await holdTreeWithNext(mine, 'shared');
        await new Promise((resume) => setTimeout(resume, 200));
        throw new Error('thought better of it');
      });
      await expect(hasty).rejects.toThrow('thought better of it');
      const idle = inTransaction(db, impatient, async (mine) => {
        await holdTreeWithNext(mine, 'shared');
        await new Promise((resume) => setTimeout(resume, 10));
      });
      await expect(idle).rejects.toMatchObject({ code: '55P03' });
    });

    const { rows } = await sql<{ open: boolean }>`select now() <> statement_timestamp() as open`.execute(db);
    expect(rows).toEqual([{ open: false }]);
    await Promise.all([db.destroy(), owner.destroy()]);
  });
});

test('a statement that a change of its table has outdated is prepared anew', async ({ database: { url } }) => {
  const db = openDatabase({ url, max: 1 });
  await sql`create table grown (n integer)`.execute(db);
  const whole: Travelling<{ n: number }> = { ...CompiledQuery.raw('select * from grown where n > $1', [0]), name: 'whole rows' };
  const read = () => inTransaction(db, { mode: 'read write', settings: null }, async (tx) => (await tx.executeQuery(whole)).rows);
  expect(await read()).toEqual([]);

  await sql`alter table grown add column m integer`.execute(db);
  await sql`insert into grown values (1, 2)`.execute(db);

  await expect(read()).rejects.toMatchObject({ code: '0A000' });
  expect(await read()).toEqual([{ n: 1, m: 2 }]);
  await db.destroy();
});
