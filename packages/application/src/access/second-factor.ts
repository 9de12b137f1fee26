import type { AccountRow } from '@changming/database';
import { isRecoveryCode } from '@changming/domain/access';
import type { Updateable } from 'kysely';

import type { AtDoor } from '../context.ts';
import { recoveryHash } from './recovery-codes.ts';
import type { Account } from './sign-in-settled.ts';
import { totpStep } from './totp.ts';

/** What is wrong with the second factor, or what letting somebody in by it uses up; null when the account asks for none. */
export type SecondFactor = 'access.code_required' | 'access.wrong_code' | { readonly spent: Updateable<AccountRow> } | null;

/** The code of the authenticator, or one of the recovery codes in its place. */
export function secondFactor({ now, secrets }: Pick<AtDoor, 'now' | 'secrets'>, account: Account, code: string | undefined): SecondFactor {
  if (account.totp_sealed === null) return null;
  if (code === undefined) return 'access.code_required';
  if (isRecoveryCode(code)) {
    const hash = recoveryHash(secrets, account.id, code);
    const left = account.recovery_hashes.filter((each) => !each.equals(hash));
    return left.length < account.recovery_hashes.length ? { spent: { recovery_hashes: left } } : 'access.wrong_code';
  }
  const step = totpStep(secrets.open(account.totp_sealed), code, { now, used: account.totp_step });
  return step === null ? 'access.wrong_code' : { spent: { totp_step: step } };
}
