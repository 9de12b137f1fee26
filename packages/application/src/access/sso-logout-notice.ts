import { refuse } from '@changming/domain/kernel';
import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** 后台登出通知: whom the provider signed out, in which of its sessions; without a session, everywhere. */
export type SsoLogout = { readonly issuer: string; readonly subject: string | null; readonly sid: string | null; readonly jti: string };

export type NoticeFrom = { readonly issuer: string; readonly clientId: string; readonly keys: JWTVerifyGetKey };

const event = 'http://schemas.openid.net/event/backchannel-logout';
const word = z.string().min(1).max(400);

/** What OpenID Connect Back-Channel Logout 1.0 (2.4) asks of a notice. One with a nonce is an ID token somebody passes off as a notice. */
const notice = z
  .looseObject({
    iss: word,
    jti: word,
    sub: word.optional(),
    sid: word.optional(),
    events: z.looseObject({ [event]: z.looseObject({}) }),
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

/** Signed by a key of the provider's, never by a shared secret or by nobody. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** A notice is believed for so many seconds after it was written; clocks may differ by a minute. */
const age = { maxTokenAge: 600, clockTolerance: 60 } as const;

/** @throws Refusal `access.sso_logout_refused` for anything but a notice of that provider to this client, fresh and whole. */
export async function readLogoutNotice(token: string, { issuer, clientId, keys }: NoticeFrom): Promise<SsoLogout> {
  const { jwtVerify, errors } = await import('jose');
  const checks = { issuer, audience: clientId, algorithms, requiredClaims: ['iat', 'jti', 'events'], ...age };
  const verified = await jwtVerify(token, keys, checks).catch((error: unknown) =>
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)
      ? refuse('invalid', 'access.sso_logout_refused')
      : refuse('limited', 'access.sso_unreachable'),
  );
  const read = notice.safeParse(verified.payload);
  const typed = ['logout+jwt', 'jwt', undefined].includes(verified.protectedHeader.typ?.toLowerCase());
  if (!read.success || !typed) return refuse('invalid', 'access.sso_logout_refused');
  const { iss, sub = null, sid = null, jti } = read.data;
  return { issuer: iss, subject: sub, sid, jti };
}
