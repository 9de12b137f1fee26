import { accountInput } from '@changming/domain/access';

import { command, type Writing } from '../context.ts';
import { accountInScope } from './account-in-scope.ts';

/** Ends every session of the account at once; how many there were. */
export async function endSessions({ tx, now }: Writing, accountId: string): Promise<number> {
  const ended = await tx
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/** 强制下线: the account stays, and signs in again with its password. */
export const endAllSessions = command({
  permission: 'access.manageAccounts',
  name: 'access.endAllSessions',
  input: accountInput,
  async run(work, { accountId }) {
    const account = await accountInScope(work, accountId);
    const ended = await endSessions(work, accountId);
    return work.trail({ subjectId: accountId, unitId: account.unit_id, before: { sessions: ended }, after: { sessions: 0 } }, { ended });
  },
});
