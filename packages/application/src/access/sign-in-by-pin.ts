import { signInByPinInput } from '@changming/domain/access';
import { containing } from '@changming/domain/units';
import { z } from 'zod';

import { type Caller, door } from '../context.ts';
import type { Secrets } from '../secrets.ts';
import { isFlood, originKey } from './attempts.ts';
import { deviceBySecret, type KnownDevice } from './device-secret.ts';
import { passwordFits } from './hash-password.ts';
import { openSession, origin, type SignedIn } from './open-session.ts';
import {
  type Candidate,
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

const input = signInByPinInput.extend({
  device: z.string().max(200).nullable(),
  ...origin,
});

type Looked =
  | { readonly deviceId: string; readonly accountId: string | null; readonly hashed: string | null; readonly peppered: string }
  | { readonly refusal: Objection };

/** A million PINs are tried in a minute by whoever has the hashes, so what is hashed also needs the key of the house. */
export function pepperedPin(secrets: Secrets, accountId: string, pin: string): string {
  return secrets.index('pin', `${accountId}:${pin}`).toString('base64url');
}

const look = door({
  name: 'access.lookForPin',
  input,
  async run(work, { staffNo, pin, device: secret, ip }) {
    const { tx, trail, now, secrets } = work;
    if (await isFlood(tx, ip, now)) return trail<Looked>([], { refusal: ['limited', 'access.too_many_attempts'] });
    const device = secret === null ? null : await deviceBySecret(work, secret);
    if (device === null) return trail<Looked>([], { refusal: ['forbidden', 'access.not_on_this_device'] });
    const tried = { way: 'pin', login: staffNo } as const;
    const candidate = servedBy(device, await candidateFor(work, tried));
    if (await isLoginLocked(work, candidate, tried)) return trail<Looked>([], { refusal: locked });
    const { id: accountId, pin_hash: hashed } = candidate ?? { id: null, pin_hash: null };
    return trail<Looked>([], { deviceId: device.id, accountId, hashed, peppered: pepperedPin(secrets, accountId ?? '', pin) });
  },
});

/** Somebody of the phone's unit who has set a PIN; for anybody else the phone knows no account. */
function servedBy({ units }: KnownDevice, candidate: Candidate | null): Candidate | null {
  return candidate !== null && candidate.pin_hash !== null && containing([units], candidate.lo) ? candidate : null;
}

const settle = door({
  name: 'access.signInByPin',
  input: input.extend({ deviceId: z.uuid(), accountId: z.uuid().nullable(), hashed: z.string().nullable(), right: z.boolean() }),
  async run(work, { accountId, deviceId, hashed, right, staffNo, ...from }) {
    const tried = { way: 'pin', login: staffNo, ip: from.ip } as const;
    if (accountId === null) return work.trail<Outcome>([], { refusal: await strangerTried(work, tried) });
    const account = await enterAccount(work, accountId);
    const about = { subjectId: account.id, unitId: account.unit_id, before: null };
    const said = (refusal: Objection) => work.trail<Outcome>({ ...about, after: { refused: refusal[1] } }, { refusal });
    if (account.pin_hash !== hashed) return said(wrong);
    if (await isLocked(work, account, 'pin')) return said(locked);
    await countFor(work, account, { ...tried, right });
    if (!right || (account.is_demo && work.production)) return said(wrong);
    if (!(await mayEnter(work.tx, accountId, work.today))) return said(['forbidden', 'access.account_disabled']);
    const signedIn = await openSession(work, { accountId, from, deviceId, way: 'pin', entry: 'phone' });
    return work.trail<Outcome>({ ...about, doer: doerOf(account), after: { sessionId: signedIn.sessionId, way: 'pin' } }, { signedIn });
  },
});

/**
 * Signs in on a paired shared phone by 工号 and PIN: people of the phone's unit only, for a quarter of an hour without use, without
 * approvals. Locked like a password; a PIN that was never set is refused like a wrong one.
 */
export async function signInByPin(caller: Caller, raw: z.input<typeof input>): Promise<SignedIn> {
  const given = input.parse(raw);
  const looked = await look(caller, given);
  if ('refusal' in looked) return orRefuse(looked);
  const { peppered, ...found } = looked;
  const right = await passwordFits(looked.hashed, peppered, originKey(given.ip));
  return orRefuse(await settle(caller, { ...given, ...found, right }));
}
