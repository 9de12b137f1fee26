import { type Grant, holdsPower, sessionEntries } from '@changming/domain/access';
import { sql } from 'kysely';
import { z } from 'zod';

import { type AtDoor, type Caller, door } from '../context.ts';
import { deviceBySecret } from './device-secret.ts';
import { openSession, origin, type SignedIn } from './open-session.ts';
import { type Account, doerOf, enterAccount, mayEnter, type Objection, orRefuse, type Outcome } from './sign-in-settled.ts';

const input = z.strictObject({
  issuer: z.string().max(400),
  subject: z.string().min(1).max(400),
  staffNo: z.string().max(64).nullable(),
  sid: z.string().max(400).nullable(),
  ...origin,
  device: z.string().max(200).nullable(),
  entry: z.enum(sessionEntries).default('desk'),
});
export type SsoArrival = z.input<typeof input>;

type Found = { readonly id: string; readonly bound: boolean };

export async function accountAtProvider({ tx }: AtDoor, { issuer, subject, staffNo }: Pick<SsoArrival, 'issuer' | 'subject' | 'staffNo'>) {
  const { rows } = await sql<Found>`select * from house.account_by_sso(${issuer}, ${subject}, ${staffNo})`.execute(tx);
  return rows[0] ?? null;
}

const settle = door({
  name: 'access.signInBySso',
  input,
  async run(work, given) {
    const found = await accountAtProvider(work, given);
    if (found === null) return work.trail<Outcome>([], { refusal: ['unknown', 'access.sso_unknown_person'] });
    const account = await enterAccount(work, found.id);
    const about = { subjectId: account.id, unitId: account.unit_id, before: null };
    const refusal = await objectionTo(work, account, found);
    if (refusal !== null) return work.trail<Outcome>({ ...about, after: { refused: refusal[1] } }, { refusal });
    if (!found.bound) await bind(work, account.id, given);
    const device = given.device === null ? null : await deviceBySecret(work, given.device);
    const opening = { accountId: account.id, from: given, deviceId: device?.id ?? null, entry: given.entry } as const;
    const signedIn = await openSession(work, { ...opening, way: 'sso', ssoSid: given.sid });
    const after = { sessionId: signedIn.sessionId, way: 'sso', bound: !found.bound };
    return work.trail<Outcome>({ ...about, doer: doerOf(account), after }, { signedIn });
  },
});

/**
 * 统一身份登录, after the provider has said who it is: opens the account that is bound to that identity, or binds the one of the person
 * with that 工号 the first time. It creates no person, no account and no right, and opens none of the three powers.
 */
export async function signInBySso(caller: Caller, given: SsoArrival): Promise<SignedIn> {
  return orRefuse(await settle(caller, given));
}

async function objectionTo(work: AtDoor, account: Account, { bound }: Found): Promise<Objection | null> {
  if (account.is_demo && work.production) return ['unknown', 'access.sso_unknown_person'];
  if (!(await mayEnter(work.tx, account.id, work.today))) return ['forbidden', 'access.account_disabled'];
  if (await holdsPowerNow(work, account.id)) return ['forbidden', 'access.power_by_password'];
  if (!bound && account.sso_subject !== null) return ['conflict', 'access.sso_bound_elsewhere'];
  return null;
}

/** Whether one of the three powers is in this account's hand, now or later. */
export async function holdsPowerNow({ tx, today }: AtDoor, accountId: string): Promise<boolean> {
  const { rows } = await sql<Pick<Grant, 'role' | 'to'>>`select role, to_on as "to" from house.grants_of(${accountId})`.execute(tx);
  return holdsPower(rows, today);
}

export async function bind({ tx }: AtDoor, accountId: string, { issuer, subject }: Pick<SsoArrival, 'issuer' | 'subject'>): Promise<void> {
  await tx.updateTable('accounts').set({ sso_issuer: issuer, sso_subject: subject }).where('id', '=', accountId).execute();
}
