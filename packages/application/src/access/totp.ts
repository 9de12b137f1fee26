import { Secret, TOTP } from 'otpauth';

const of = (secret: string) => new TOTP({ issuer: '长明', algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(secret) });

/** A fresh secret and the address a phone's authenticator reads as a QR. */
export function newTotp(label: string): { readonly secret: string; readonly uri: string } {
  const totp = new TOTP({ issuer: '长明', label, algorithm: 'SHA1', digits: 6, period: 30, secret: new Secret({ size: 20 }) });
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** Whether `code` is the one of now, of the half minute before or of the one after. */
export function totpFits(secret: string, code: string, now: Date): boolean {
  return of(secret).validate({ token: code, timestamp: now.getTime(), window: 1 }) !== null;
}
