import { accountInput, accountReasonInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { accountInScope, refuseOtherPower, refuseOwn, refuseWiderHand } from './account-in-scope.ts';

/** 解锁: forgets the wrong passwords and PINs counted so far. */
export const unlockAccount = command({
  permission: 'access.manageAccounts',
  name: 'access.unlockAccount',
  input: accountInput,
  async run(work, { accountId }) {
    const account = await accountInScope(work, accountId);
    const cleared = { failures: 0, last_failed_at: null, pin_failures: 0, pin_failed_at: null };
    await work.tx.updateTable('accounts').set(cleared).where('id', '=', accountId).execute();
    const before = { failures: account.failures, pinFailures: account.pin_failures };
    return work.trail({ subjectId: accountId, unitId: account.unit_id, before, after: { failures: 0, pinFailures: 0 } }, null);
  },
});

/** 解除动态口令 of somebody whose phone is lost. Not of another administrator's account: it would open that power with a reset. */
export const removeTotp = command({
  permission: 'access.manageAccounts',
  name: 'access.removeTotp',
  input: accountReasonInput,
  async run(work, { accountId, reason }) {
    const account = await accountInScope(work, accountId);
    refuseOwn(work, accountId);
    await refuseOtherPower(work, accountId);
    await refuseWiderHand(work, accountId);
    if (account.totp_sealed === null) refuse('conflict', 'access.totp_missing');
    await work.tx
      .updateTable('accounts')
      .set({ totp_sealed: null, totp_pending: null, totp_step: null, recovery_hashes: [] })
      .where('id', '=', accountId)
      .execute();
    return work.trail({ subjectId: accountId, unitId: account.unit_id, before: { totp: true }, after: { totp: false, reason } }, null);
  },
});
