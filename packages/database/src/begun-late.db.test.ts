import { connect, createServer, type Server, type Socket } from 'node:net';

import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Database, Tx } from './database.ts';
import { holdTree, holdTreeWithNext } from './hold-tree.ts';
import { untilKnown } from './known-at.ts';
import { openDatabase } from './open.ts';
import { test } from './testing/index.ts';
import { inTransaction, type Settings } from './transaction.ts';

/** A pooler whose connections to the server are all taken while it is `busy`: what comes in waits. */
async function pooler(url: string) {
  const target = new URL(url);
  const socket = `${target.searchParams.get('host') ?? ''}/.s.PGSQL.${target.port}`;
  const waiting: (() => void)[] = [];
  const state = { busy: false };
  const server: Server = createServer((client) => {
    const behind = connect(socket);
    client.on('data', (sent) => (state.busy ? waiting.push(() => behind.write(sent)) : behind.write(sent)));
    behind.on('data', (answer) => client.write(answer));
    const end = (other: Socket) => () => other.destroy();
    client.on('close', end(behind)).on('error', end(behind));
    behind.on('close', end(client)).on('error', end(client));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const through = new URL(url);
  through.searchParams.delete('host');
  through.hostname = '127.0.0.1';
  through.port = String(address.port);
  return {
    url: through.href,
    waiting: () => waiting.length,
    occupy: () => void (state.busy = true),
    free: () => {
      state.busy = false;
      for (const pass of waiting.splice(0)) pass();
    },
    close: () => void server.close(),
  };
}

const [before, after] = ['before the cut-off', 'after it'];
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A clock that says on which side of the cut-off it is, and how often it was asked. */
function clockOf() {
  const state = { now: before, reads: 0 };
  const settings = (): Settings => {
    state.reads += 1;
    return { 'app.at': state.now };
  };
  return { state, settings };
}

const learn = async (tx: Tx) => void (await sql`insert into learnt (at) select current_setting('app.at')`.execute(tx));
const learnt = async (db: Database) => (await sql<{ at: string }>`select at from learnt order by n`.execute(db)).rows.map(({ at }) => at);

async function arranged(owner: Database, url: string) {
  await sql`create table if not exists learnt (n integer generated always as identity, at text not null)`.execute(owner);
  await sql`delete from learnt`.execute(owner);
  const line = await pooler(url);
  const db = openDatabase({ url: line.url, max: 1 });
  await sql`select 1`.execute(db);
  return { line, db, close: () => db.destroy().then(line.close) };
}

describe('a transaction whose beginning waits in a pooler across a cut-off', () => {
  test('is learnt after it: what ran for the cut-off meanwhile has not missed it', async ({ database: { owner, url } }) => {
    const { line, db, close } = await arranged(owner, url);
    const { state, settings } = clockOf();
    line.occupy();
    const written = inTransaction(db, { mode: 'read write', settings }, async (tx) => {
      await holdTreeWithNext(tx, 'shared');
      await learn(tx);
      return state.now;
    });
    await expect.poll(line.waiting).toBeGreaterThan(0);
    state.now = after;
    await untilKnown(owner);
    expect(await learnt(owner)).toEqual([]);
    line.free();

    expect(await written).toBe(after);
    expect(await learnt(owner)).toEqual([after]);
    expect(state.reads).toBe(2);
    await close();
  });

  test('does its work once where it is open before the work begins', async ({ database: { owner, url } }) => {
    const { line, db, close } = await arranged(owner, url);
    const { state, settings } = clockOf();
    const runs: number[] = [];
    line.occupy();
    const written = inTransaction(db, { mode: 'read write', settings, atOnce: true }, async (tx) => {
      runs.push(1);
      await learn(tx);
    });
    await pause(300);
    state.now = after;
    line.free();
    await written;

    expect([await learnt(owner), runs.length]).toEqual([[after], 1]);
    await close();
  });

  test('is begun first from then on, so that nothing is done twice', async ({ database: { owner, url } }) => {
    const { line, db, close } = await arranged(owner, url);
    const { state, settings } = clockOf();
    const runs: number[] = [];
    const write = () =>
      inTransaction(db, { mode: 'read write', settings }, async (tx) => {
        runs.push(1);
        await learn(tx);
      });
    const held = async () => {
      line.occupy();
      const written = write();
      await pause(300);
      line.free();
      await written;
    };
    await held();
    expect([runs.length, state.reads]).toEqual([2, 2]);
    await held();

    expect([runs.length, state.reads]).toEqual([3, 3]);
    expect(await learnt(owner)).toHaveLength(2);
    await close();
  });
});

test('a transaction that waits for a lock has begun: it keeps its instant, and is done once', async ({ database: { owner, url } }) => {
  const { db, close } = await arranged(owner, url);
  const { state, settings } = clockOf();
  const [held, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holder = owner.transaction().execute(async (tx) => {
    await holdTree(tx, 'alone');
    held.resolve();
    await free.promise;
  });
  await held.promise;
  const written = inTransaction(db, { mode: 'read write', settings }, async (tx) => {
    await holdTreeWithNext(tx, 'shared');
    await learn(tx);
  });
  await pause(400);
  state.now = after;
  free.resolve();
  await Promise.all([holder, written]);

  expect([await learnt(owner), state.reads]).toEqual([[before], 1]);
  await close();
});
