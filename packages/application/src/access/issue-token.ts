import { randomBytes } from 'node:crypto';

import { refuseToken, tokenInput } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { digest } from '../secrets.ts';
import { unitInScope } from '../units/index.ts';
import { accountInScope, grantsOf, refuseWiderHand } from './account-in-scope.ts';

/** `cm_` and 32 random bytes: found by scanners of leaked secrets, guessed by nobody. Only its SHA-256 is kept. */
export function newTokenSecret() {
  const secret = `cm_${randomBytes(32).toString('base64url')}`;
  return { secret, prefix: secret.slice(0, 8), secret_hash: digest(secret) };
}

/**
 * 令牌: what its owner may do, narrowed to the named permissions and units, for a year at most. The secret is in this answer and nowhere
 * else. Refused for what the owner may not do himself and for the powers of administrators.
 */
export const issueToken = command({
  permission: 'access.manageTokens',
  name: 'access.issueToken',
  input: tokenInput,
  toldOnce: true,
  async run(work, { accountId, name, scopes, unitIds, expiresOn }) {
    const account = await accountInScope(work, accountId);
    if (account.disabled_at !== null) refuse('conflict', 'access.account_disabled');
    for (const unitId of unitIds) await unitInScope(work.tx, work.scope, unitId);
    if (unitIds.length === 0) await refuseWiderHand(work, accountId);
    const owner = { personId: account.person_id, accountId, grants: await grantsOf(work.tx, accountId) };
    refuseToken({ scopes, expiresOn }, owner, work.today);
    const id = work.newId();
    const { secret, ...kept } = newTokenSecret();
    const lasting = { scopes, unit_ids: unitIds, expires_on: expiresOn, created_at: work.now, created_by: work.actor.accountId };
    await work.tx
      .insertInto('tokens')
      .values({ id, account_id: accountId, name, ...kept, ...lasting, used_at: null, revoked_at: null })
      .execute();
    const after = { name, accountId, scopes, unitIds, expiresOn };
    return work.trail({ subjectId: id, unitId: account.unit_id, before: null, after }, { id, secret, prefix: kept.prefix });
  },
});
