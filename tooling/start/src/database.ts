import { setTimeout as sleep } from 'node:timers/promises';

import { type HouseServer, openHouseServer } from '@changming/database/server';

import type { Config } from './config.ts';
import { sentences } from './sentences.ts';

export type Say = (line: string) => void;
export type OwnerDatabase = { readonly ownerUrl: string; readonly stop: () => Promise<void> };

/** The database the house stands on: the operator's own, or the embedded server, which is brought back whenever it dies. */
export async function openOwnerDatabase(config: Config, say: Say): Promise<OwnerDatabase> {
  const outside = config.database.owner;
  if (outside !== undefined) {
    say(sentences.databaseOutside);
    return { ownerUrl: outside, stop: async () => undefined };
  }
  say(sentences.databaseStarting);
  const began = Date.now();
  const server = await openHouseServer(config.dataDir);
  say(sentences.databaseReady(Date.now() - began, server.dataDir));
  return { ownerUrl: server.ownerUrl, stop: keepServer(server, config.dataDir, say) };
}

/** API and worker stay up meanwhile: the address does not change. Returns the way to stop for good. */
function keepServer(first: HouseServer, dataDir: string, say: Say): () => Promise<void> {
  const state = { server: first, stopping: false };
  const watch = async () => {
    await state.server.ended;
    while (!state.stopping) {
      say(sentences.databaseDied);
      state.server = await reopen(dataDir, say, () => state.stopping);
      await state.server.ended;
    }
  };
  void watch().catch(() => undefined);
  return async () => {
    state.stopping = true;
    await state.server.stop();
  };
}

async function reopen(dataDir: string, say: Say, stopping: () => boolean): Promise<HouseServer> {
  for (;;) {
    const server = await openHouseServer(dataDir).catch((error: Error) => error);
    if (stopping()) return abandon(server);
    if (!(server instanceof Error)) {
      say(sentences.databaseBack);
      return server;
    }
    say(sentences.databaseStillDown(server.message));
    await sleep(2000);
  }
}

async function abandon(server: HouseServer | Error): Promise<never> {
  if (!(server instanceof Error)) await server.stop();
  throw new Error('stopped while the server was being brought back');
}
