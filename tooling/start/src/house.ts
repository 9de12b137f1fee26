import { join } from 'node:path';

import { isReadyWithin, localAddress } from './address.ts';
import type { ChildEnv } from './child-env.ts';
import type { Config } from './config.ts';
import { keepRunning, type Program } from './program.ts';
import type { RuntimeUrls } from './roles.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

export type House = { readonly address: string; readonly ready: () => Promise<void>; readonly stop: () => Promise<void> };

/** Starts API and worker. `ready` resolves when the API answers `/readyz`, or rejects with what went wrong. */
export function openHouse(config: Config, env: ChildEnv, urls: RuntimeUrls): House {
  const api = start(config, 'api', { ...env, DATABASE_API_URL: urls.DATABASE_API_URL });
  const worker = start(config, 'worker', { ...env, DATABASE_WORKER_URL: urls.DATABASE_WORKER_URL });
  const address = localAddress(config);
  return {
    address,
    ready: async () => {
      await Promise.race([answering(address, api), api.failed, worker.failed]);
      for (const program of [api, worker]) program.settled();
    },
    stop: async () => {
      await Promise.all([api.stop(), worker.stop()]);
    },
  };
}

async function answering(address: string, api: Program): Promise<void> {
  if (!(await isReadyWithin(address, 60_000))) throw new StartFault(sentences.readyTooSlow(address, api.tail()));
}

function start({ root, logs }: Config, name: 'api' | 'worker', env: ChildEnv): Program {
  const command = [process.execPath, join(root, 'apps', name, 'src/main.ts')];
  return keepRunning({ name, command, cwd: root, env, logPath: join(logs, `${name}.log`) });
}
