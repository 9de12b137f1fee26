import type { Tx } from '@changming/database';
import { lockedUntil, type PasswordProfile } from '@changming/domain/access';
import { keyOf } from '@changming/domain/kernel';
import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import type { Secrets } from '../secrets.ts';

const minute = 60_000;
const day = 86_400_000;
/** Wrong attempts from one address in a minute. Whole workshops sign in from one address, so right ones do not count. */
const failuresPerMinute = 30;

/** What was typed as a login is kept as a keyed hash: people type passwords into the wrong field. */
export function loginKey(secrets: Secrets, way: 'password' | 'pin', login: string): string {
  return `${way}:${secrets.index('login', keyOf(login)).toString('base64url')}`;
}

export function originKey(ip: string | null): string {
  return `ip:${ip ?? ''}`;
}

export async function isFlood(tx: Tx, ip: string | null, now: Date): Promise<boolean> {
  const { count } = await failuresOf(tx, originKey(ip), new Date(now.getTime() - minute));
  return count >= failuresPerMinute;
}

export async function recordFailure({ tx, now, newId }: Writing, keys: readonly string[]): Promise<void> {
  const rows = keys.map((key) => ({ id: newId(), key, at: now }));
  await tx.insertInto('sign_in_attempts').values(rows).execute();
}

/** A login that nobody has locks on the same timeline as a real one, or the lock would tell which are real. */
export async function strangerLockedUntil(
  tx: Tx,
  key: string,
  { now, profile }: { now: Date; profile: PasswordProfile },
): Promise<Date | null> {
  await sql`select pg_advisory_xact_lock(hashtext(${key}))`.execute(tx);
  const { count, last } = await failuresOf(tx, key, new Date(now.getTime() - day));
  return lockedUntil(count, last, profile);
}

async function failuresOf(tx: Tx, key: string, since: Date): Promise<{ count: number; last: Date | null }> {
  return tx
    .selectFrom('sign_in_attempts')
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('at').as('last')])
    .where('key', '=', key)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
}
