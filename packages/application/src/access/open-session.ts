import { randomBytes } from 'node:crypto';

import { type Browser, entryOf, type SessionEntry, sessionLimits, type SignInWay } from '@changming/domain/access';
import { z } from 'zod';

import type { AtDoor } from '../context.ts';
import { digest } from '../secrets.ts';
import { passwordProfileOf } from './settings.ts';

export type SignedIn = { readonly secret: string; readonly sessionId: string; readonly expiresAt: Date };

/** Where a request to sign in comes from, as every way in takes it. */
export const origin = {
  ip: z.string().nullable(),
  userAgent: z.string().max(400).nullable(),
  /** `Sec-CH-UA-Mobile` */
  mobile: z.string().max(8).nullable().default(null),
};

type Wanted = {
  readonly accountId: string;
  readonly from: Browser & { readonly ip: string | null };
  /** The shared phone it is opened on; whoever was signed in there before is signed out. */
  readonly deviceId: string | null;
  readonly way: SignInWay;
  /** What the form said of itself. */
  readonly entry: SessionEntry;
  /** The session of the identity provider behind it. */
  readonly ssoSid?: string | null;
};

/** Opens a session with a secret of 256 random bits, of which only the SHA-256 is kept. */
export async function openSession({ tx, now, newId }: AtDoor, wanted: Wanted): Promise<SignedIn> {
  const { deviceId, accountId, way, from, ssoSid = null } = wanted;
  if (deviceId !== null)
    await tx.updateTable('sessions').set({ revoked_at: now }).where('device_id', '=', deviceId).where('revoked_at', 'is', null).execute();
  const secret = randomBytes(32).toString('base64url');
  const sessionId = newId();
  const shared = deviceId !== null;
  const entry = entryOf({ entry: wanted.entry, shared, browser: from });
  const { length } = sessionLimits({ entry, shared }, await passwordProfileOf(tx));
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
      from_ip: from.ip,
      user_agent: from.userAgent,
    })
    .execute();
  return { secret, sessionId, expiresAt };
}
