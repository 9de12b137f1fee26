import { accountInput, accountReasonInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { accountInScope, grantsOf, refuseLastAdministrator, refuseOtherPower, refuseOwn } from './account-in-scope.ts';
import { endSessions } from './end-sessions.ts';

/** 停用: sessions end, tokens stop, nothing is deleted. Not the own account, not another power's, not the group's last administrator. */
export const disableAccount = command({
  permission: 'access.manageAccounts',
  name: 'access.disableAccount',
  input: accountReasonInput,
  async run(work, { accountId, reason }) {
    const account = await accountInScope(work, accountId);
    refuseOwn(work, accountId);
    await refuseOtherPower(work, accountId);
    if (account.disabled_at !== null) refuse('conflict', 'access.account_disabled');
    await refuseLastAdministrator(work, accountId, await grantsOf(work.tx, accountId));
    await work.tx.updateTable('accounts').set({ disabled_at: work.now }).where('id', '=', accountId).execute();
    await endSessions(work, accountId);
    return work.trail(
      { subjectId: accountId, unitId: account.unit_id, before: { disabled: false }, after: { disabled: true, reason } },
      null,
    );
  },
});

/** 启用 again, with the password and the grants it had. */
export const enableAccount = command({
  permission: 'access.manageAccounts',
  name: 'access.enableAccount',
  input: accountInput,
  async run(work, { accountId }) {
    const account = await accountInScope(work, accountId);
    await refuseOtherPower(work, accountId);
    if (account.disabled_at === null) refuse('conflict', 'access.not_disabled');
    await work.tx.updateTable('accounts').set({ disabled_at: null }).where('id', '=', accountId).execute();
    return work.trail({ subjectId: accountId, unitId: account.unit_id, before: { disabled: true }, after: { disabled: false } }, null);
  },
});
