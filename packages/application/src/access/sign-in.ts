import { signInInput } from '@changming/domain/access';
import { z } from 'zod';

import { type AtDoor, type Caller, door } from '../context.ts';
import { isFlood, originKey } from './attempts.ts';
import { deviceBySecret } from './device-secret.ts';
import { passwordFits } from './hash-password.ts';
import { openSession, origin, type SignedIn } from './open-session.ts';
import { secondFactor, type SecondFactor } from './second-factor.ts';
import {
  type Account,
  candidateFor,
  countFor,
  doerOf,
  enterAccount,
  isLocked,
  isLoginLocked,
  locked,
  mayEnter,
  type Objection,
  orRefuse,
  type Outcome,
  strangerTried,
  wrong,
} from './sign-in-settled.ts';

const input = signInInput.extend({
  ...origin,
  /** The secret of the shared phone that the browser says it is. */
  device: z.string().max(200).nullable().default(null),
});
type Given = z.output<typeof input>;

type Looked = { readonly accountId: string | null; readonly hashed: string | null } | { readonly refusal: Objection };

/** Finds the account before the hashing, which must hold neither a row nor a connection. */
const look = door({
  name: 'access.lookForAccount',
  input,
  async run(work, { login, ip }) {
    const { tx, trail, now } = work;
    if (await isFlood(tx, ip, now)) return trail<Looked>([], { refusal: ['limited', 'access.too_many_attempts'] });
    const tried = { way: 'password', login } as const;
    const candidate = await candidateFor(work, tried);
    if (await isLoginLocked(work, candidate, tried)) return trail<Looked>([], { refusal: locked });
    return trail<Looked>([], { accountId: candidate?.id ?? null, hashed: candidate?.password_hash ?? null });
  },
});

const settle = door({
  name: 'access.signIn',
  input: input.extend({ accountId: z.uuid().nullable(), hashed: z.string().nullable(), right: z.boolean() }),
  async run(work, { accountId, hashed, right, ...given }) {
    const tried = { way: 'password', login: given.login, ip: given.ip } as const;
    if (accountId === null) return work.trail<Outcome>([], { refusal: await strangerTried(work, tried) });
    const account = await enterAccount(work, accountId);
    const about = { subjectId: account.id, unitId: account.unit_id, before: null };
    const refusal = account.password_hash === hashed ? await objectionTo(work, account, { ...given, right }) : wrong;
    if (refusal !== null) return work.trail<Outcome>({ ...about, after: { refused: refusal[1] } }, { refusal });
    const device = given.device === null ? null : await deviceBySecret(work, given.device);
    const opening = { accountId, from: given, deviceId: device?.id ?? null, entry: given.entry } as const;
    const signedIn = await openSession(work, { ...opening, way: 'password' });
    return work.trail<Outcome>({ ...about, doer: doerOf(account), after: { sessionId: signedIn.sessionId } }, { signedIn });
  },
});

/**
 * Signs in by 工号, login name or phone. An unknown login and a wrong password are refused with one code after one and the same time;
 * too many wrong ones lock either for a while; 30 wrong ones a minute stop an address.
 */
export async function signIn(caller: Caller, raw: z.input<typeof input>): Promise<SignedIn> {
  const given = input.parse(raw);
  const looked = await look(caller, given);
  if ('refusal' in looked) return orRefuse(looked);
  const right = await passwordFits(looked.hashed, given.password, originKey(given.ip));
  return orRefuse(await settle(caller, { ...given, ...looked, right }));
}

async function objectionTo(work: AtDoor, account: Account, given: Given & { readonly right: boolean }): Promise<Objection | null> {
  if (await isLocked(work, account, 'password')) return locked;
  const second = given.right ? secondFactor(work, account, given.totp) : null;
  const failure = given.right ? second === 'access.wrong_code' && second : wrong[1];
  const tried = { way: 'password', login: given.login, ip: given.ip } as const;
  if (failure !== false) {
    await countFor(work, account, { ...tried, right: false });
    return ['unknown', failure];
  }
  if (second === 'access.code_required') return ['unknown', second];
  const closed = await closedTo(work, account);
  if (closed !== null) return closed;
  await countFor(work, account, { ...tried, right: true });
  await spendCode(work, account, second);
  return null;
}

/** A code that let somebody in lets nobody in again. */
async function spendCode({ tx }: AtDoor, account: Account, second: SecondFactor): Promise<void> {
  if (second === null || typeof second === 'string') return;
  await tx.updateTable('accounts').set(second.spent).where('id', '=', account.id).execute();
}

/** Told only to somebody who knows the password. */
async function closedTo({ tx, now, today, production }: AtDoor, account: Account): Promise<Objection | null> {
  if (account.is_demo && production) return wrong;
  if (!(await mayEnter(tx, account.id, today))) return ['forbidden', 'access.account_disabled'];
  if (account.password_until !== null && account.password_until <= now) return ['unknown', 'access.slip_expired'];
  return null;
}
