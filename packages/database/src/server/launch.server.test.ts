import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { launchPostgres } from './launch.ts';
import { findProcess } from './process-table.ts';
import { ask, givenFolder, givenServer } from './testing/scratch.ts';

describe.each([18, 15] as const)('PostgreSQL %i from npm', (version) => {
  test('starts, answers, and sorts names by pinyin', async () => {
    const server = await givenServer({ dataDir: join(await givenFolder(), 'data'), version });

    const names = "unnest(array['张三', '阿里', '重庆', '单于', '消防'])";
    const row = await ask(
      server,
      `select current_setting('server_version_num')::int / 10000 as version, array_agg(n order by n) as names from ${names} n`,
    );

    expect(row).toEqual({ version, names: ['阿里', '重庆', '单于', '消防', '张三'] });
  });
});

test('a committed row survives the kill of the server', async () => {
  const dataDir = join(await givenFolder(), 'data');
  const first = await givenServer({ dataDir, durable: true });
  await ask(first, "create table units as select '一厂' as name");

  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const second = await givenServer({ dataDir, durable: true });

  expect(await ask(second, 'select name from units')).toEqual({ name: '一厂' });
});

test('the server keeps the promises durability rests on unless a test asks otherwise', async () => {
  const server = await givenServer({ dataDir: join(await givenFolder(), 'data'), durable: true });

  const row = await ask(
    server,
    "select string_agg(setting, ' ' order by name) as settings from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')",
  );

  expect(row).toEqual({ settings: 'on on on on' });
});

test.each([
  ['with a space and a Chinese word', 'data of 一厂'],
  ['of more than 200 characters', `${'deep-'.repeat(21)}/${'deeper-'.repeat(15)}/data`],
])('data may lie in a path %s', async (_kind, path) => {
  const server = await givenServer({ dataDir: join(await givenFolder(), path) });

  expect(await ask(server, 'select 1 as one')).toEqual({ one: 1 });
  expect(Buffer.byteLength(`${server.socketDir}/.s.PGSQL.5432`)).toBeLessThanOrEqual(103);
});

test('a server that somebody looks after is shared, and left running by the second', async () => {
  const dataDir = join(await givenFolder(), 'data');
  const first = await givenServer({ dataDir });

  const second = await launchPostgres({ dataDir, durable: false });
  await second.stop();

  expect(second.pid).toBe(first.pid);
  expect(await findProcess(first.pid)).not.toBeNull();
});

test('a pid file that names another program does not keep the server from starting', async () => {
  const dataDir = join(await givenFolder(), 'data');
  const first = await givenServer({ dataDir });
  await first.stop();
  await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n`);

  const second = await givenServer({ dataDir });

  expect(await ask(second, 'select 1 as one')).toEqual({ one: 1 });
});

test('a data directory of another major version is refused and left as it is', async () => {
  const dataDir = join(await givenFolder(), 'data');
  const fifteen = await givenServer({ dataDir, version: 15 });
  await fifteen.stop();

  await expect(launchPostgres({ dataDir, version: 18 })).rejects.toMatchObject({ code: 'other_version' });
});

test('a server that cannot start says so in Chinese with the end of its log', async () => {
  const dataDir = join(await givenFolder(), 'data');
  const server = await givenServer({ dataDir });
  await server.stop();
  await writeFile(join(dataDir, 'postgresql.auto.conf'), "shared_buffers = 'plenty'\n");

  await expect(launchPostgres({ dataDir })).rejects.toThrow(/内嵌 PostgreSQL 无法启动[\s\S]*invalid value for parameter "shared_buffers"/);
});
