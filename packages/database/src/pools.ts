import type { Pool } from 'pg';

import type { Database } from './database.ts';

const pools = new WeakMap<Database, Pool>();

/** Kysely hides its pool, and COPY needs a connection of its own. */
export function keepPool(db: Database, pool: Pool): Database {
  pools.set(db, pool);
  return db;
}

export function poolOf(db: Database): Pool {
  const pool = pools.get(db);
  if (pool === undefined) throw new Error('this database was not opened by openDatabase');
  return pool;
}
