import { randomBytes } from 'node:crypto';

import { oneTimePassword, recoveryCodeCount } from '@changming/domain/access';

import type { Secrets } from '../secrets.ts';

export type RecoveryCodes = { readonly codes: readonly string[]; readonly hashes: Buffer[] };

/** 恢复码: shown once, each good once. 59 random bits need no slow hash; the keyed one is worth nothing without the key of the house. */
export function newRecoveryCodes(secrets: Secrets, accountId: string): RecoveryCodes {
  const codes = Array.from({ length: recoveryCodeCount }, () => oneTimePassword(randomBytes(32)));
  return { codes, hashes: codes.map((code) => recoveryHash(secrets, accountId, code)) };
}

export function recoveryHash(secrets: Secrets, accountId: string, code: string): Buffer {
  return secrets.index('recovery', `${accountId}:${code.replaceAll('-', '').toUpperCase()}`);
}
