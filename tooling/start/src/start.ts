import { mkdir } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';

import { checkPortFree } from './address.ts';
import { announce } from './announce.ts';
import { buildWeb } from './build-web.ts';
import { type Config, readConfig } from './config.ts';
import { layFoundation, type Stop } from './foundation.ts';
import { openHouse } from './house.ts';
import { openLan } from './lan/open-lan.ts';
import { seedFirst } from './seed-first.ts';
import { sentences } from './sentences.ts';
import { untilTold } from './until-told.ts';

/** Starts the product and stays until it is told to stop, by a signal or by the end of the command that started it. */
export async function start(env: Config['inherited'], args: readonly string[], root: string): Promise<void> {
  const opened: Stop[] = [];
  const told = untilTold();
  try {
    const config = readConfig(env, args, root);
    await Promise.race([open(config, opened), told]);
    await told;
  } finally {
    say(sentences.stopping);
    for (const stop of opened.toReversed()) await stop();
    say(sentences.stopped);
  }
}

async function open(wished: Config, opened: Stop[]): Promise<void> {
  await mkdir(wished.dataDir, { recursive: true, mode: 0o711 });
  const lan = wished.lan ? await openLan(wished, new Date()) : null;
  if (lan !== null) opened.push(lan.stop);
  const config = lan?.config ?? wished;
  await checkPortFree(config);
  const built = meanwhile(buildWeb(config));
  const { env, ownerUrl, urls } = await layFoundation(config, opened, say);
  await seedFirst(config, ownerUrl, { ...env, ...urls, DATABASE_OWNER_URL: ownerUrl });
  await built;
  const house = openHouse(config, env, urls);
  opened.push(house.stop);
  say(sentences.waiting);
  await house.ready();
  await announce(config, house.address);
  flushCompileCache();
  await lan?.invite();
}

/** Goes on beside what is awaited first; that it failed is told to whoever awaits it in the end. */
function meanwhile(work: Promise<void>): Promise<void> {
  work.catch(() => undefined);
  return work;
}

/** Standard output may be gone with the command that started this. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
