import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { boundTo } from '@changming/database/server';

import { type Environment, readConfig } from './config.ts';
import { layFoundation, type Stop } from './foundation.ts';

/**
 * Runs one verb of the shell's administration on the running house's database, or on a database that stands for as long as the verb
 * takes. Nothing but the verb writes to standard output: other programs read it.
 * @returns the verb's exit code
 */
export async function runVerb(env: Environment, args: readonly string[], root: string): Promise<number> {
  if (asksHow(args)) return exitCodeOf({ ...env }, args, root);
  const opened: Stop[] = [];
  try {
    const config = readConfig(env, [], root);
    await mkdir(config.dataDir, { recursive: true, mode: 0o711 });
    const { env: inside, ownerUrl, urls } = await layFoundation(config, opened, () => undefined);
    return await exitCodeOf({ ...inside, ...urls, DATABASE_OWNER_URL: ownerUrl }, args, root);
  } finally {
    for (const stop of opened.toReversed()) await stop();
  }
}

/** How a verb is used, or which there are: that needs no house. */
function asksHow(args: readonly string[]): boolean {
  return args.length === 0 || args[0] === 'help' || args.includes('--help') || args.includes('-h');
}

/** Ctrl-C reaches the verb by itself; a SIGTERM is handed on. Either way the database outlives it. */
async function exitCodeOf(env: NodeJS.ProcessEnv, verb: readonly string[], root: string): Promise<number> {
  const [program = '', ...args] = boundTo('TERM', [process.execPath, join(root, 'apps/cli/src/main.ts'), ...verb]);
  const child = spawn(program, args, { stdio: 'inherit', env });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
