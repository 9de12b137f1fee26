import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { boundTo } from '@changming/database/server';

import { checkPortFree, localAddress } from './address.ts';
import type { ChildEnv } from './child-env.ts';
import { type Config, type Environment, readConfig } from './config.ts';
import { layFoundation, type Stop } from './foundation.ts';
import { seedFirst } from './seed-first.ts';
import { sentences } from './sentences.ts';
import { untilTold } from './until-told.ts';

/** The product for somebody who changes it: pages by vite's own server, API and worker started anew whenever a source changes. */
export async function develop(env: Environment, root: string): Promise<void> {
  const opened: Stop[] = [];
  const told = untilTold();
  try {
    await Promise.race([open(readConfig(env, [], root), opened), told]);
    await told;
  } finally {
    for (const stop of opened.toReversed()) await stop();
  }
}

async function open(config: Config, opened: Stop[]): Promise<void> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 });
  await checkPortFree(config);
  const { env, ownerUrl, urls } = await layFoundation(config, opened, say);
  await seedFirst(config, ownerUrl, { ...env, ...urls, DATABASE_OWNER_URL: ownerUrl });
  say(sentences.developing(localAddress(config)));
  const watch = (name: 'api' | 'worker') => [process.execPath, '--watch', '--watch-preserve-output', `apps/${name}/src/main.ts`];
  opened.push(
    run(watch('api'), config.root, { ...env, DATABASE_API_URL: urls.DATABASE_API_URL }),
    run(watch('worker'), config.root, { ...env, DATABASE_WORKER_URL: urls.DATABASE_WORKER_URL }),
    run(['node_modules/.bin/vite'], join(config.root, 'apps/web'), env),
  );
}

/** Runs one program, its output beside the others', and answers the way to stop it. */
function run(command: readonly string[], cwd: string, env: ChildEnv): Stop {
  const [program = '', ...args] = boundTo('TERM', command);
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = once(child, 'exit').catch(() => undefined);
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
