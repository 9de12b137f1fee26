import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { findProcess } from '@changming/database/server';
import { expect, onTestFinished, test } from 'vitest';

import { sentences } from './sentences.ts';
import { databasePid, freePort, givenHouseFolder, givenHouseThatStood, heard, start } from './testing/house.ts';

test('the first start makes everything and names the accounts; SIGTERM ends all of it in order', async () => {
  const root = await givenHouseFolder();
  const port = await freePort();
  const house = start(root, { PORT: String(port) });
  await heard(house, sentences.howToStop);
  const api = await askApi(port);
  const database = await databasePid(root);

  house.process.kill('SIGTERM');
  const [code] = (await once(house.process, 'exit')) as [number];

  expect(code).toBe(0);
  expect(house.said()).toContain('E0001 swordfish');
  expect(await readFile(join(root, '.data/logs/api.log'), 'utf8')).toContain('asked to stop');
  expect([await findProcess(api.pid), await findProcess(database)]).toEqual([null, null]);
});

test('a second start keeps the data, builds nothing that did not change, and takes less than ten seconds; a sentence that changed is built anew', async () => {
  const root = await givenHouseThatStood();
  const env = { PORT: String(await freePort()) };
  const first = start(root, env);
  await heard(first, sentences.howToStop);
  const built = await stat(join(root, 'apps/web/dist/index.html'));
  first.process.kill('SIGINT');
  await once(first.process, 'exit');

  const began = Date.now();
  const second = start(root, env);
  await heard(second, sentences.howToStop);

  expect(Date.now() - began).toBeLessThan(10_000);
  expect((await stat(join(root, 'apps/web/dist/index.html'))).mtimeMs).toBe(built.mtimeMs);
  expect(second.said()).toContain(sentences.migrated(0));
  expect(second.said()).not.toContain(sentences.building);
  second.process.kill('SIGINT');
  await once(second.process, 'exit');

  await writeFile(join(root, 'packages/phrases/zh.ts'), 'export {}');
  const third = start(root, env);
  await heard(third, sentences.howToStop);
  expect(third.said()).toContain(sentences.building);
});

test('a killed database and a crashed API come back, which never learns the login of the owner; a killed house leaves no process behind after five seconds', async () => {
  const root = await givenHouseThatStood();
  const port = await freePort();
  const house = start(root, { PORT: String(port), CM_DEMO: '0' });
  await heard(house, sentences.howToStop);
  const before = await askApi(port);

  process.kill(await databasePid(root), 'SIGKILL');
  await heard(house, sentences.databaseBack);
  expect((await askApi(port)).pid).toBe(before.pid);

  await fetch(`http://127.0.0.1:${port}/crash`).catch(() => undefined);
  await heard(house, 'api 意外退出');
  const after = await untilAnswered(port);
  expect(after.pid).not.toBe(before.pid);
  expect(after.owner).toBeNull();

  const pids = [after.pid, await databasePid(root)];
  house.process.kill('SIGKILL');
  const killed = Date.now();
  while (Date.now() - killed < 5000 && (await living(pids)) > 0) await sleep(50);
  expect(await living(pids)).toBe(0);
});

test('an API that cannot start ends the start with the end of its log', async () => {
  const root = await givenHouseThatStood({ 'apps/api/src/main.ts': "throw new Error('no such permission')" });
  const house = start(root, { PORT: String(await freePort()), CM_DEMO: '0' });

  const [code] = (await once(house.process, 'exit')) as [number];

  expect(code).toBe(1);
  expect(house.said()).toMatch(/api 启动失败[\s\S]*no such permission/);
  expect(await findProcess(await databasePid(root).catch(() => 0))).toBeNull();
});

test('a port that is taken is named before anything starts', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as { port: number };
  const house = start(await givenHouseFolder(), { PORT: String(port) });

  await once(house.process, 'exit');

  expect(house.said()).toContain(sentences.portTaken('127.0.0.1', port));
});

async function living(pids: readonly number[]): Promise<number> {
  return (await Promise.all(pids.map(findProcess))).filter((found) => found !== null).length;
}

async function askApi(port: number): Promise<{ pid: number; owner: string | null }> {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
  return (await answer.json()) as { pid: number; owner: string | null };
}

async function untilAnswered(port: number): Promise<{ pid: number; owner: string | null }> {
  for (;;) {
    const answer = await askApi(port).catch(() => null);
    if (answer !== null) return answer;
    await sleep(50);
  }
}
