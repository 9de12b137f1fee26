import { randomBytes } from 'node:crypto';

import type { AccountRow, Tx } from '@changming/database';
import { lockedUntil, passwordProfiles, signInInput } from '@changming/domain/access';
import { type Refusal, refuse } from '@changming/domain/kernel';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';

import { type AtDoor, door } from '../context.ts';
import { digest, type Secrets } from '../secrets.ts';
import { passwordFits, spendTheTime } from './hash-password.ts';
import { sessionLength } from './identify.ts';
import { totpFits } from './totp.ts';

const input = signInInput.extend({ ip: z.string().nullable(), userAgent: z.string().max(400).nullable() });

export type SignedIn = { readonly secret: string; readonly sessionId: string; readonly expiresAt: Date };

/** A wrong password must be counted although the sign-in is refused, so the refusal is an outcome and not a thrown error. */
type Outcome = { readonly signedIn: SignedIn } | { readonly refusal: Parameters<typeof refuse> };

const tryToSignIn = door({
  name: 'access.signIn',
  input,
  async run(work, given): Promise<ReturnType<typeof work.trail<Outcome>>> {
    const { tx, trail } = work;
    const flood = await countAttempt(work, given);
    if (flood !== null) return trail<Outcome>([], { refusal: flood });
    const account = await accountOf(tx, work.secrets, given.login);
    if (account === null) {
      await spendTheTime(given.password);
      return trail<Outcome>([], { refusal: ['unknown', 'access.wrong_credentials'] });
    }
    const objection = await objectionTo(work, account, given);
    if (objection !== null) return trail<Outcome>(failed(account.id, objection[1]), { refusal: objection });
    const signedIn = await openSession(work, account.id, given);
    return trail<Outcome>({ subjectId: account.id, before: null, after: { sessionId: signedIn.sessionId } }, { signedIn });
  },
});

/**
 * Signs in by 工号, login name or phone. Refused with one and the same code for an unknown login and a wrong password; locked for a
 * while after too many wrong ones; at most 30 attempts a minute from one address.
 */
export async function signIn(...call: Parameters<typeof tryToSignIn>): Promise<SignedIn> {
  const outcome = await tryToSignIn(...call);
  return 'signedIn' in outcome ? outcome.signedIn : refuse(...outcome.refusal);
}

type Given = z.output<typeof input>;
type Account = Selectable<AccountRow>;
type Objection = [kind: Refusal['kind'], code: Refusal['code']];

const failed = (subjectId: string, code: string) => ({ subjectId, before: null, after: { refused: code } });

async function countAttempt({ tx, now, newId }: AtDoor, { ip }: Given): Promise<Objection | null> {
  const key = `ip:${ip ?? ''}`;
  await tx.insertInto('sign_in_attempts').values({ id: newId(), key, at: now }).execute();
  const { count } = await tx
    .selectFrom('sign_in_attempts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('key', '=', key)
    .where('at', '>', new Date(now.getTime() - 60_000))
    .executeTakeFirstOrThrow();
  return count > 30 ? ['limited', 'access.too_many_attempts'] : null;
}

async function accountOf(tx: Tx, secrets: Secrets, login: string): Promise<Account | null> {
  const phone = /^\d{11}$/.test(login) ? secrets.index('phone', login) : null;
  const { rows } = await sql<{ id: string | null }>`select house.account_by_login(${login}, ${phone}) as id`.execute(tx);
  const id = rows[0]?.id ?? null;
  if (id === null) return null;
  return (await tx.selectFrom('accounts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

async function objectionTo({ tx, now, secrets }: AtDoor, account: Account, { password, totp }: Given): Promise<Objection | null> {
  const locked = lockedUntil(account.failures, account.last_failed_at, 'dengbao');
  if (locked !== null && locked > now) return ['limited', 'access.locked_out'];
  const right = await passwordFits(account.password_hash, password);
  const second = secondFactor(account, secrets, { totp, now });
  if (right && second === null && account.disabled_at === null) {
    await tx.updateTable('accounts').set({ failures: 0, last_failed_at: null }).where('id', '=', account.id).execute();
    return null;
  }
  if (right && second === 'access.code_required') return ['unknown', second];
  await tx
    .updateTable('accounts')
    .set((eb) => ({ failures: eb('failures', '+', 1), last_failed_at: now }))
    .where('id', '=', account.id)
    .execute();
  return ['unknown', right && second !== null ? second : 'access.wrong_credentials'];
}

type Second = { readonly totp: string | undefined; readonly now: Date };

function secondFactor({ totp_sealed }: Account, secrets: Secrets, { totp, now }: Second): 'access.code_required' | 'access.wrong_code' | null {
  if (totp_sealed === null) return null;
  if (totp === undefined) return 'access.code_required';
  return totpFits(secrets.open(totp_sealed), totp, now) ? null : 'access.wrong_code';
}

async function openSession({ tx, now, newId }: AtDoor, accountId: string, { ip, userAgent }: Given): Promise<SignedIn> {
  const secret = randomBytes(32).toString('base64url');
  const sessionId = newId();
  const expiresAt = new Date(now.getTime() + sessionLength);
  await tx
    .insertInto('sessions')
    .values({
      id: sessionId,
      account_id: accountId,
      secret_hash: digest(secret),
      created_at: now,
      seen_at: now,
      expires_at: expiresAt,
      revoked_at: null,
      from_ip: ip,
      user_agent: userAgent,
    })
    .execute();
  return { secret, sessionId, expiresAt };
}

/** Whether a password this old must be changed at the next sign-in. */
export function isStale(changedAt: Date, now: Date): boolean {
  const { maxAgeDays } = passwordProfiles.dengbao;
  return now.getTime() - changedAt.getTime() > maxAgeDays * 86_400_000;
}
