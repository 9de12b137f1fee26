import type { Tx } from '@changming/database';
import type { Actor, Grant, Permission } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { door, type House } from '../context.ts';
import { digest } from '../secrets.ts';

export type Credentials =
  | { readonly by: 'session'; readonly secret: string }
  | { readonly by: 'token'; readonly secret: string };

export type Identified = { readonly actor: Actor; readonly sessionId: string | null; readonly mustChangePassword: boolean };

/** A session that nobody used for this long ends; see \`sessionLength\` for its absolute end. */
export const sessionIdle = 12 * 3_600_000;
export const sessionLength = 7 * 24 * 3_600_000;

const credentials = z.strictObject({ by: z.enum(['session', 'token']), secret: z.string().min(20).max(200) });

/** Who presents these credentials. Refused with \`access.not_signed_in\` when nobody does any more. */
const findOut = door({
  name: 'access.identify',
  input: credentials,
  async run({ tx, now, today, trail }, { by, secret }) {
    const found = by === 'session' ? await bySession(tx, secret, now) : await byToken(tx, secret, { now, today });
    return trail([], found);
  },
});

export function identify(house: House, given: Credentials): Promise<Identified> {
  return findOut(house.stranger(), given);
}

async function bySession(tx: Tx, secret: string, now: Date): Promise<Identified> {
  const session = await tx
    .selectFrom('sessions as s')
    .innerJoin('accounts as a', 'a.id', 's.account_id')
    .select(['s.id', 's.seen_at', 'a.id as accountId', 'a.person_id as personId', 'a.must_change_password as mustChangePassword'])
    .where('s.secret_hash', '=', digest(secret))
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', now)
    .where('s.seen_at', '>', new Date(now.getTime() - sessionIdle))
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst();
  if (session === undefined) refuse('unknown', 'access.not_signed_in');
  if (now.getTime() - session.seen_at.getTime() > 60_000)
    await tx.updateTable('sessions').set({ seen_at: now }).where('id', '=', session.id).execute();
  const { id: sessionId, accountId, personId, mustChangePassword } = session;
  return { actor: { accountId, personId, grants: await grantsOf(tx, accountId) }, sessionId, mustChangePassword };
}

async function byToken(tx: Tx, secret: string, { now, today }: { now: Date; today: string }): Promise<Identified> {
  const token = await tx
    .selectFrom('tokens as t')
    .innerJoin('accounts as a', 'a.id', 't.account_id')
    .select(['t.id', 't.scopes', 't.unit_ids', 't.expires_on', 't.used_at', 'a.id as accountId', 'a.person_id as personId'])
    .where('t.secret_hash', '=', digest(secret))
    .where('t.revoked_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst();
  if (token === undefined) refuse('unknown', 'access.not_signed_in');
  if (token.expires_on < today) refuse('unknown', 'access.token_expired');
  if (token.used_at === null || now.getTime() - token.used_at.getTime() > 60_000)
    await tx.updateTable('tokens').set({ used_at: now }).where('id', '=', token.id).execute();
  const grants = await narrowed(tx, await grantsOf(tx, token.accountId), token.unit_ids);
  const only: readonly Permission[] = token.scopes;
  return { actor: { accountId: token.accountId, personId: token.personId, grants, only }, sessionId: null, mustChangePassword: false };
}

async function grantsOf(tx: Tx, accountId: string): Promise<Grant[]> {
  type Row = { role: Grant['role']; kind: Grant['kind']; unit_id: string; lo: number; hi: number; from_on: string; to_on: string | null };
  const { rows } = await sql<Row>`select * from house.grants_of(${accountId})`.execute(tx);
  return rows.map(({ role, kind, unit_id: unitId, lo, hi, from_on: from, to_on: to }) => ({ role, kind, unitId, units: { lo, hi }, from, to }));
}

/** A token that names units reaches only what lies both inside them and inside its owner's grants. */
async function narrowed(tx: Tx, grants: readonly Grant[], unitIds: readonly string[]): Promise<Grant[]> {
  if (unitIds.length === 0) return [...grants];
  const { rows } = await sql<{ lo: number; hi: number }>`select lo, hi from house.ranges_of(${unitIds as string[]})`.execute(tx);
  return grants.flatMap((grant) => {
    const { lo, hi } = grant.units;
    const inside = rows.filter((range) => range.lo <= hi && lo <= range.hi);
    return inside.map((range) => ({ ...grant, units: { lo: Math.max(lo, range.lo), hi: Math.min(hi, range.hi) } }));
  });
}
