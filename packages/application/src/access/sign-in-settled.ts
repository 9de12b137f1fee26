import type { AccountRow, Tx } from '@changming/database';
import { lockedUntil } from '@changming/domain/access';
import { type RefusalCode, type RefusalKind, refuse } from '@changming/domain/kernel';
import { type Selectable, sql } from 'kysely';

import type { AtDoor } from '../context.ts';
import { loginKey, originKey, recordFailure, strangerLockedUntil } from './attempts.ts';
import type { SignedIn } from './open-session.ts';
import { passwordProfileOf } from './settings.ts';

export type Account = Selectable<AccountRow>;
export type Objection = readonly [kind: RefusalKind, code: RefusalCode];

/** A wrong password must be counted although the sign-in is refused, so the refusal is an outcome and not a thrown error. */
export type Outcome = { readonly signedIn: SignedIn } | { readonly refusal: Objection };

export const wrong: Objection = ['unknown', 'access.wrong_credentials'];
export const locked: Objection = ['limited', 'access.locked_out'];

export function orRefuse(outcome: Outcome): SignedIn {
  return 'signedIn' in outcome ? outcome.signedIn : refuse(...outcome.refusal);
}

/** The account behind a login, with the door standing in its place for the rest of the transaction. */
export async function enterAccount({ tx, enter }: AtDoor, accountId: string): Promise<Account> {
  const { rows } = await sql<{ lo: number }>`select lo from house.account_place(${accountId})`.execute(tx);
  await enter(rows.map(({ lo }) => ({ lo, hi: lo })));
  return tx.selectFrom('accounts').selectAll().where('id', '=', accountId).forUpdate().executeTakeFirstOrThrow();
}

/** Whose act it is to have signed in: the trail names the account whose session was opened. */
export function doerOf({ id, person_id }: Pick<Account, 'id' | 'person_id'>): { personId: string | null; accountId: string } {
  return { personId: person_id, accountId: id };
}

/** Whether the person behind the account still works here and the account was not closed. */
export async function mayEnter(tx: Tx, accountId: string, today: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select house.may_enter(${accountId}, ${today}::date) as may`.execute(tx);
  return rows[0]?.may ?? false;
}

type Tried = { readonly way: 'password' | 'pin'; readonly login: string; readonly ip: string | null };

/** An attempt at a login that nobody has: counted and locked like one at a real login. */
export async function strangerTried(work: AtDoor, { way, login, ip }: Tried): Promise<Objection> {
  if (await isLoginLocked(work, null, { way, login })) return locked;
  await recordFailure(work, [loginKey(work.secrets, way, login), originKey(ip)]);
  return wrong;
}

/** What is known of a login before anybody has proved anything, and before there is any scope. */
export type Candidate = Pick<
  Account,
  'id' | 'password_hash' | 'failures' | 'last_failed_at' | 'pin_hash' | 'pin_failures' | 'pin_failed_at'
> & {
  readonly lo: number;
};

/** One statement, whether such an account exists or not: the time must not tell. */
export async function candidateFor({ tx, secrets }: AtDoor, { login, way }: Pick<Tried, 'login' | 'way'>): Promise<Candidate | null> {
  const phone = way === 'password' && /^\d{11}$/.test(login) ? secrets.index('phone', login) : null;
  const { rows } = await sql<Candidate>`select * from house.account_by_login(${login}, ${phone})`.execute(tx);
  return rows[0] ?? null;
}

/** Whether the login is locked: that of a real account by its own count, any other by the attempts at it. */
export async function isLoginLocked(
  work: AtDoor,
  candidate: Candidate | null,
  { way, login }: Pick<Tried, 'login' | 'way'>,
): Promise<boolean> {
  if (candidate !== null) return isLocked(work, candidate, way);
  const profile = await passwordProfileOf(work.tx);
  const until = await strangerLockedUntil(work.tx, loginKey(work.secrets, way, login), { now: work.now, profile });
  return until !== null && until > work.now;
}

const columns = {
  password: { failures: 'failures', at: 'last_failed_at' },
  pin: { failures: 'pin_failures', at: 'pin_failed_at' },
} as const;

type Counted = Pick<Account, 'failures' | 'last_failed_at' | 'pin_failures' | 'pin_failed_at'>;

export async function isLocked({ tx, now }: AtDoor, account: Counted, way: Tried['way']): Promise<boolean> {
  const { failures, at } = columns[way];
  const until = lockedUntil(account[failures], account[at], await passwordProfileOf(tx));
  return until !== null && until > now;
}

/** Notes a wrong attempt at a real account, or wipes the slate after a right one. */
export async function countFor(work: AtDoor, account: Account, tried: Tried & { readonly right: boolean }): Promise<void> {
  const { failures, at } = columns[tried.way];
  const next = tried.right ? { [failures]: 0, [at]: null } : { [failures]: account[failures] + 1, [at]: work.now };
  if (tried.right && account[failures] === 0) return;
  await work.tx.updateTable('accounts').set(next).where('id', '=', account.id).execute();
  if (!tried.right) await recordFailure(work, [originKey(tried.ip)]);
}
