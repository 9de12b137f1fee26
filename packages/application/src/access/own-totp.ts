import { ownPasswordInput, totpCodeInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, door } from '../context.ts';
import { ownAccount, provePassword } from './own-password.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { newTotp, totpStep } from './totp.ts';

const begin = door({
  name: 'access.beginTotp',
  input: z.strictObject({}),
  async run(work) {
    const account = await ownAccount(work);
    if (account.totp_sealed !== null) refuse('conflict', 'access.totp_already');
    const person = await work.tx.selectFrom('persons').select('name').where('id', '=', account.person_id).executeTakeFirst();
    const begun = newTotp(person?.name ?? account.login ?? account.id);
    await work.tx
      .updateTable('accounts')
      .set({ totp_pending: work.secrets.seal(begun.secret) })
      .where('id', '=', account.id)
      .execute();
    return work.trail([], begun);
  },
});

/** 启用动态口令, first step, with the own password: a secret for the authenticator. It counts after the first code from it was entered. */
export async function beginTotp(caller: Caller, raw: z.input<typeof ownPasswordInput>) {
  await provePassword(caller, ownPasswordInput.parse(raw).password);
  return begin(caller, {});
}

/** Second step: the code that proves the authenticator works. From now on every sign-in by password asks for one. Tells 恢复码, once. */
export const confirmTotp = door({
  name: 'access.enableTotp',
  input: totpCodeInput,
  async run(work, { code }) {
    const { tx, now, secrets, trail } = work;
    const account = await ownAccount(work);
    if (account.totp_pending === null) refuse('conflict', 'access.totp_missing');
    const step = totpStep(secrets.open(account.totp_pending), code, { now, used: null });
    if (step === null) refuse('invalid', 'access.wrong_code');
    const { codes, hashes } = newRecoveryCodes(secrets, account.id);
    const enabled = { totp_sealed: account.totp_pending, totp_pending: null, totp_step: step, recovery_hashes: hashes };
    await tx.updateTable('accounts').set(enabled).where('id', '=', account.id).execute();
    const told = { subjectId: account.id, unitId: account.unit_id, before: { totp: false }, after: { totp: true } };
    return trail(told, { recoveryCodes: codes });
  },
});

const drop = door({
  name: 'access.disableTotp',
  input: z.strictObject({}),
  async run(work) {
    const account = await ownAccount(work);
    if (account.totp_sealed === null) refuse('conflict', 'access.totp_missing');
    await work.tx
      .updateTable('accounts')
      .set({ totp_sealed: null, totp_step: null, recovery_hashes: [] })
      .where('id', '=', account.id)
      .execute();
    return work.trail({ subjectId: account.id, unitId: account.unit_id, before: { totp: true }, after: { totp: false } }, null);
  },
});

/** 停用动态口令, with the own password. */
export async function disableTotp(caller: Caller, raw: z.input<typeof ownPasswordInput>): Promise<null> {
  await provePassword(caller, ownPasswordInput.parse(raw).password);
  return drop(caller, {});
}

const renew = door({
  name: 'access.renewRecoveryCodes',
  input: z.strictObject({}),
  async run(work) {
    const account = await ownAccount(work);
    if (account.totp_sealed === null) refuse('conflict', 'access.totp_missing');
    const { codes, hashes } = newRecoveryCodes(work.secrets, account.id);
    await work.tx.updateTable('accounts').set({ recovery_hashes: hashes }).where('id', '=', account.id).execute();
    const told = { subjectId: account.id, unitId: account.unit_id, before: null, after: { recoveryCodesRenewed: true } };
    return work.trail(told, { recoveryCodes: codes });
  },
});

/** 换一组恢复码, with the own password; the former ones let nobody in any more. */
export async function renewRecoveryCodes(
  caller: Caller,
  raw: z.input<typeof ownPasswordInput>,
): Promise<{ recoveryCodes: readonly string[] }> {
  await provePassword(caller, ownPasswordInput.parse(raw).password);
  return renew(caller, {});
}
