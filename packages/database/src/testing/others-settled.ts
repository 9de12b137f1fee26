import { sql } from 'kysely';

import type { Database } from '../database.ts';

/**
 * Waits until the transactions that are open now in other databases of the test server have ended: a snapshot, and with it the sealing
 * of the trail, heeds those of the whole server.
 */
export async function othersSettled(owner: Database): Promise<void> {
  let open = await openElsewhere(owner);
  while (open.size > 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const still = await openElsewhere(owner);
    open = new Set([...open].filter((id) => still.has(id)));
  }
}

async function openElsewhere(owner: Database): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select pid || ' ' || backend_xid::text as id from pg_stat_activity
    where backend_xid is not null and datname is distinct from current_database()`.execute(owner);
  return new Set(rows.map(({ id }) => id));
}
