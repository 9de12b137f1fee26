import { accountInput, isUnused } from '@changming/domain/access';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { accountInScope } from './account-in-scope.ts';
import { passwordProfileOf } from './settings.ts';

type Ending = Pick<Writing, 'tx' | 'now'>;

/** Ends every session of the account at once, or all but one; how many of them lived. One that nobody used for too long was over before. */
export async function endSessions({ tx, now }: Ending, accountId: string, but: string | null = null): Promise<number> {
  const ended = await tx
    .updateTable('sessions')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('id', 'is distinct from', but)
    .returning(['seen_at as seenAt', 'entry', sql<boolean>`device_id is not null`.as('shared')])
    .execute();
  const profile = await passwordProfileOf(tx);
  return ended.filter((use) => !isUnused(use, profile, now)).length;
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
