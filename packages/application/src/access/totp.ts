import { Secret, TOTP } from 'otpauth';

const period = 30;

const of = (secret: string) => new TOTP({ issuer: '长明', algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });

/** A fresh secret and the address a phone's authenticator reads as a QR. */
export function newTotp(label: string): { readonly secret: string; readonly uri: string } {
  const totp = new TOTP({ issuer: '长明', label, algorithm: 'SHA1', digits: 6, period, secret: new Secret({ size: 20 }) });
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/**
 * The half minute whose code this is: of now, of the one before or the one after; null when it is none of them or not later than
 * `used`, because a code that was seen once lets nobody in again.
 */
export function totpStep(secret: string, code: string, { now, used }: { readonly now: Date; readonly used: number | null }): number | null {
  const delta = of(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / period) + delta;
  return used === null || step > used ? step : null;
}
