import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { Pool, type PoolClient, types } from 'pg';

import type { Database, Tables } from './database.ts';
import { pipelinedDriver } from './pipelined-driver.ts';
import { keepPool } from './pools.ts';
import { isOnThisMachine, stepBack } from './step-back.ts';

/** `date` stays a plain calendar day; a JS Date would drag it through a time zone. */
types.setTypeParser(types.builtins.DATE, (day) => day);
/** Counts, 分 and unit labels all stay below 2^53; the migrations check it for the labels. */
types.setTypeParser(types.builtins.INT8, Number);

export type Opening = {
  readonly url: string;
  /** Step down to this role (tests, which log in as the owner). A runtime login needs none. */
  readonly role?: string;
  /** Connections at most; waiting callers beyond that get an error after 10 s. */
  readonly max?: number;
  /** Whether what nearly every request asks is prepared once a connection. `false` behind a pooler that cannot follow prepared statements. */
  readonly named?: boolean;
  /** Its statements step back behind those that people wait for, where the server runs on this machine. */
  readonly inBackground?: boolean;
  readonly onFault?: (fault: Error) => void;
};

/** The server's process for a connection, which it tells at the beginning. */
type Served = PoolClient & { readonly processID: number };

/**
 * Opens a pool as a role that owns nothing, so that row-level security holds for it. A server that dies takes its connections along and
 * nothing else: a client between two statements has a listener too, or its error would end the process.
 */
export function openDatabase({ url, role, max = 10, named = true, inBackground = false, onFault = () => {} }: Opening): Database {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    lock_timeout: 15_000,
    idle_in_transaction_session_timeout: 60_000,
    ...(role === undefined ? {} : { options: `-c role=${role}` }),
  });
  pool.on('error', onFault);
  pool.on('connect', (client) => client.on('error', onFault));
  if (inBackground && isOnThisMachine(url)) pool.on('connect', (client) => stepBack((client as Served).processID));
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => pipelinedDriver(pool, { named }),
      createIntrospector: (on) => new PostgresIntrospector(on),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return keepPool(db, pool);
}
