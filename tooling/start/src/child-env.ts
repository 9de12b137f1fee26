import { join } from 'node:path';

import type { Config } from './config.ts';
import type { Secrets } from './secrets.ts';

export type ChildEnv = Readonly<Record<string, string>>;

/** What every program of the house is told. Addresses of the database are added for whom they are meant, and for nobody else. */
export function childEnv(config: Config, secrets: Secrets, publicUrl: string): ChildEnv {
  const told = {
    CM_SECRET_KEY: secrets.secretKey,
    CM_DATA_DIR: config.dataDir,
    CM_CLOCK: config.clock,
    PORT: String(config.port),
    HOST: config.host,
    PUBLIC_URL: publicUrl,
    CM_TLS_CERT: config.tls?.cert,
    CM_TLS_KEY: config.tls?.key,
    /** Sources that did not change are not compiled again: a program that was killed is back sooner. */
    NODE_COMPILE_CACHE: config.inherited['NODE_COMPILE_CACHE'] ?? join(config.dataDir, 'compiled'),
  };
  return defined({ ...withoutDatabase(config.inherited), ...told });
}

/** `PGHOST`, `PGOPTIONS` and their like would reach past the address a program is given. */
const reachingPast = /^(PG|DATABASE_(URL|OWNER_URL|API_URL|WORKER_URL)$)/;

function withoutDatabase(env: Config['inherited']): Config['inherited'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !reachingPast.test(name)));
}

function defined(env: Readonly<Record<string, string | undefined>>): ChildEnv {
  return Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])));
}
