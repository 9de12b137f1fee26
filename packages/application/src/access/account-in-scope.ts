import { type AccountRow, type Tx, within } from '@changming/database';
import { type Grant, inForce, isAdministrator, isLastHolder } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { containing } from '@changming/domain/units';
import { type Selectable, sql } from 'kysely';

import type { Reading, Writing } from '../context.ts';

/** The account, locked, if its unit lies in the scope; outside of it an account is missing, not forbidden. */
export async function accountInScope({ tx, scope }: Writing, accountId: string): Promise<Selectable<AccountRow>> {
  const row = await tx
    .selectFrom('accounts')
    .selectAll()
    .where('id', '=', accountId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('missing', 'access.account_not_found', { id: accountId });
}

type Row = { role: Grant['role']; kind: Grant['kind']; unit_id: string; lo: number; hi: number; from_on: string; to_on: string | null };

/** Every grant of the account that nobody ended, wherever its unit lies: what is decided about a hand must see all it holds. */
export async function grantsOf(tx: Tx, accountId: string): Promise<Grant[]> {
  const { rows } = await sql<Row>`select * from house.grants_of(${accountId})`.execute(tx);
  return rows.map(({ role, kind, unit_id: unitId, lo, hi, from_on: from, to_on: to }) => ({
    role,
    kind,
    unitId,
    units: { lo, hi },
    from,
    to,
  }));
}

export function refuseOwn({ actor }: Reading, accountId: string): void {
  if (actor.accountId === accountId) refuse('conflict', 'access.own_account');
}

/**
 * 三员分立: whoever could set the password of another administrator would hold that power too. Nobody does so through the product; the
 * shell of the machine, whose caller has no account, is the way back for a lost one.
 */
export async function refuseOtherPower({ tx, actor, today }: Writing, accountId: string): Promise<void> {
  if (actor.accountId === null) return;
  const mine = new Set(actor.grants.filter((grant) => inForce(grant, today)).map(({ role }) => role));
  const theirs = (await grantsOf(tx, accountId)).filter(({ to }) => to === null || today <= to);
  if (theirs.some(({ role }) => isAdministrator(role) && !mine.has(role))) refuse('forbidden', 'access.other_power');
}

/**
 * Whoever sets a password or issues a token could use what it opens. So the administrator of a branch does neither for somebody who holds
 * anything outside of it.
 */
export async function refuseWiderHand({ tx, scope, today }: Writing, accountId: string): Promise<void> {
  const present = (await grantsOf(tx, accountId)).filter(({ to }) => to === null || today <= to);
  if (present.some(({ units }) => !containing(scope, units.lo))) refuse('forbidden', 'access.wider_hand');
}

type Power = Pick<Grant, 'role' | 'kind'>;

/** The group is never left without one of its three administrators. Two who would lose the last hands at once come one after the other. */
export async function refuseLastAdministrator({ tx, today }: Writing, accountId: string, lost: readonly Power[]): Promise<void> {
  for (const { role, kind } of lost.filter((power) => isAdministrator(power.role))) {
    await sql`select pg_advisory_xact_lock(hashtext(${`access.${role}`}))`.execute(tx);
    const { rows } = await sql<{ account_id: string }>`select account_id from house.holders_of(${role}, ${kind}, ${today}::date)`.execute(
      tx,
    );
    const holders = rows.map((row) => row.account_id);
    if (isLastHolder(holders, accountId)) refuse('conflict', 'access.last_administrator');
  }
}
