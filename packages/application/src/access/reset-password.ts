import { accountReasonInput, oneTimeDays } from '@changming/domain/access';
import { addDays, refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { accountInScope, refuseOtherPower, refuseOwn, refuseWiderHand } from './account-in-scope.ts';
import { freshPassword, type Slip } from './create-accounts.ts';
import { endSessions } from './end-sessions.ts';

/** 重置密码: a new slip; every session of the account ends, the PIN with it, and a lock is lifted. Not for another administrator's account. */
export const resetPassword = command({
  permission: 'access.manageAccounts',
  name: 'access.resetPassword',
  input: accountReasonInput,
  toldOnce: true,
  async run(work, { accountId, reason }) {
    const account = await accountInScope(work, accountId);
    refuseOwn(work, accountId);
    await refuseOtherPower(work, accountId);
    await refuseWiderHand(work, accountId);
    if (account.disabled_at !== null) refuse('conflict', 'access.account_disabled');
    const { password, ...fresh } = await freshPassword(work);
    const cleared = { failures: 0, last_failed_at: null, pin_hash: null, pin_failures: 0, pin_failed_at: null };
    await work.tx
      .updateTable('accounts')
      .set({ ...fresh, ...cleared })
      .where('id', '=', accountId)
      .execute();
    await endSessions(work, accountId);
    const holder = await work.tx
      .selectFrom('accounts as a')
      .leftJoin('persons as p', 'p.id', 'a.person_id')
      .innerJoin('units as u', 'u.id', 'a.unit_id')
      .select(['p.name', 'p.staff_no', 'a.login', 'u.name as unit'])
      .where('a.id', '=', accountId)
      .executeTakeFirstOrThrow();
    const login = holder.login ?? holder.staff_no ?? '';
    const slip: Slip = { accountId, name: holder.name, login, unit: holder.unit, password, validUntil: addDays(work.today, oneTimeDays) };
    return work.trail({ subjectId: accountId, unitId: account.unit_id, before: null, after: { passwordReset: true, reason } }, slip);
  },
});
