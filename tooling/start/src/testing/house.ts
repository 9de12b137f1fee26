import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, onTestFinished } from 'vitest';

import { readConfig } from '../config.ts';
import { layFoundation, type Stop } from '../foundation.ts';
import { givenFolder } from './folder.ts';

/** Programs as small as can be in the places of the real ones: what is tested is who starts, watches and stops them. */
const programs = {
  'apps/api/src/main.ts': `
    import { createServer } from 'node:http';
    const server = createServer((request, answer) => {
      if (request.url === '/crash') process.exit(3);
      answer.end(JSON.stringify({ pid: process.pid, owner: process.env.DATABASE_URL ?? process.env.DATABASE_OWNER_URL ?? null }));
    }).listen(Number(process.env.PORT), process.env.HOST);
    process.on('SIGTERM', () => { console.log('asked to stop'); server.close(); server.closeAllConnections(); });`,
  'apps/worker/src/main.ts': `setInterval(() => {}, 1000);`,
  'apps/cli/src/main.ts': `
    import { writeFileSync } from 'node:fs';
    writeFileSync(process.env.CM_DATA_DIR + '/demo-accounts.txt', 'E0001 swordfish');`,
  'apps/web/node_modules/.bin/vite': `#!/bin/sh\nmkdir -p dist && date +%s%N > dist/index.html\n`,
  'packages/contract/package.json': '{}',
  'packages/domain/package.json': '{}',
  'packages/phrases/package.json': '{}',
  'pnpm-lock.yaml': '',
};

export type StartedHouse = { readonly process: ChildProcess; readonly root: string; readonly said: () => string };

export async function givenHouseFolder(changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await givenFolder();
  for (const [path, text] of Object.entries({ ...programs, ...changed })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await chmod(join(root, 'apps/web/node_modules/.bin/vite'), 0o755);
  return root;
}

/** The same with the data of a house that has stood: its cluster, migrated, and its secrets. The first start is proved by a test of its own. */
export async function givenHouseThatStood(changed: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await givenHouseFolder(changed);
  await cp(stood, join(root, '.data'), { recursive: true });
  return root;
}

let stood = '';
beforeAll(async () => {
  stood = await mkdtemp(join(tmpdir(), 'cm-stood-'));
  const opened: Stop[] = [];
  try {
    await layFoundation(readConfig({ CM_DATA_DIR: stood }, [], stood), opened, () => undefined);
  } finally {
    for (const stop of opened.toReversed()) await stop();
  }
});
afterAll(() => rm(stood, { recursive: true, force: true }));

/** Starts a house and leaves it to the test; it is stopped at the end when it still runs. */
export function start(root: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): StartedHouse {
  const program = fileURLToPath(new URL('./start-house.ts', import.meta.url));
  const child = spawn(process.execPath, [program, root, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  onTestFinished(() => endOf(child));
  return { process: child, root, said: () => chunks.join('') };
}

export async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Waits until the house has said something. Fails with all it said when it ends first. */
export async function heard({ process: child, said }: StartedHouse, sentence: string): Promise<void> {
  while (!said().includes(sentence)) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(said());
    await sleep(20);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

export async function databasePid(root: string): Promise<number> {
  return Number((await readFile(join(root, '.data/postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}
