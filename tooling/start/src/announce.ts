import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Config } from './config.ts';
import { namedAccounts } from './named-accounts.ts';
import { sentences } from './sentences.ts';

/** What the operator needs now that the house stands: the address, where things are kept, and who may sign in. */
export async function announce(config: Config, address: string): Promise<void> {
  const accounts = await readFile(join(config.dataDir, 'demo-accounts.txt'), 'utf8').catch(() => null);
  const first = join(config.dataDir, 'first-accounts.txt');
  const lines = [
    '',
    sentences.ready(address),
    sentences.places(config.dataDir, config.logs),
    ...(accounts === null ? [] : [config.production ? sentences.demoRefused : sentences.demoAccounts(namedAccounts(accounts))]),
    ...(existsSync(first) ? [sentences.firstAccounts(first)] : []),
    sentences.howToStop,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
