import { randomBytes } from 'node:crypto';

import { type SessionEntry, sessionLimits, type SignInWay } from '@changming/domain/access';

import type { AtDoor } from '../context.ts';
import { digest } from '../secrets.ts';
import { passwordProfileOf } from './settings.ts';

export type SignedIn = { readonly secret: string; readonly sessionId: string; readonly expiresAt: Date };

type Wanted = {
  readonly accountId: string;
  readonly ip: string | null;
  readonly userAgent: string | null;
  /** The shared phone it is opened on; whoever was signed in there before is signed out. */
  readonly deviceId: string | null;
  readonly way: SignInWay;
  readonly entry: SessionEntry;
  /** The session of the identity provider behind it. */
  readonly ssoSid?: string | null;
};

/** Opens a session with a secret of 256 random bits, of which only the SHA-256 is kept. */
export async function openSession({ tx, now, newId }: AtDoor, wanted: Wanted): Promise<SignedIn> {
  const { deviceId, accountId, way, entry, ip, userAgent, ssoSid = null } = wanted;
  if (deviceId !== null)
    await tx.updateTable('sessions').set({ revoked_at: now }).where('device_id', '=', deviceId).where('revoked_at', 'is', null).execute();
  const secret = randomBytes(32).toString('base64url');
  const sessionId = newId();
  const { length } = sessionLimits({ entry, shared: deviceId !== null }, await passwordProfileOf(tx));
  const expiresAt = new Date(now.getTime() + length);
  const times = { created_at: now, seen_at: now, expires_at: expiresAt, revoked_at: null };
  await tx
    .insertInto('sessions')
    .values({
      id: sessionId,
      account_id: accountId,
      secret_hash: digest(secret),
      ...times,
      device_id: deviceId,
      way,
      entry,
      sso_sid: ssoSid,
      from_ip: ip,
      user_agent: userAgent,
    })
    .execute();
  return { secret, sessionId, expiresAt };
}
