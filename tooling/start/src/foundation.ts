import { join } from 'node:path';

import { migrate } from '@changming/database/migrate';

import { localAddress } from './address.ts';
import { checkKey } from './check-key.ts';
import { checkOwner } from './check-owner.ts';
import { type ChildEnv, childEnv } from './child-env.ts';
import type { Config } from './config.ts';
import { openOwnerDatabase, type Say } from './database.ts';
import { prepareRoles, type RuntimeUrls } from './roles.ts';
import { keepSecrets } from './secrets.ts';
import { sentences } from './sentences.ts';
import { StartFault } from './start-fault.ts';

export type Stop = () => Promise<void>;
export type Foundation = { readonly ownerUrl: string; readonly urls: RuntimeUrls; readonly env: ChildEnv };

/**
 * What every program of the house stands on: its secrets, a migrated database and the logins it runs under.
 * What must be stopped again is added to `opened`, also when a later step fails.
 * @throws StartFault, ServerFault
 */
export async function layFoundation(config: Config, opened: Stop[], say: Say): Promise<Foundation> {
  const secrets = await keepSecrets(config.dataDir, config.secretKey);
  say(sentences.secretsReady(join(config.dataDir, 'secrets')));
  const { ownerUrl, stop } = await openOwnerDatabase(config, say);
  opened.push(stop);
  await checkOwner(ownerUrl, config.production);
  const { applied } = await migrate(ownerUrl).catch((error: Error) => {
    throw new StartFault(sentences.migrationFailed(error.message), { cause: error });
  });
  say(sentences.migrated(applied.length));
  await checkKey(ownerUrl, secrets.secretKey);
  const made = await prepareRoles(ownerUrl, secrets);
  const urls = {
    DATABASE_API_URL: config.database.api ?? made.DATABASE_API_URL,
    DATABASE_WORKER_URL: config.database.worker ?? made.DATABASE_WORKER_URL,
  };
  return { ownerUrl, urls, env: childEnv(config, secrets, config.publicUrl ?? localAddress(config)) };
}
