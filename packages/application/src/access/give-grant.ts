import { grantInput, refuseGrant } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { accountInScope, grantsOf } from './account-in-scope.ts';
import { insertGrants, isHeld, sameHeld } from './grant-store.ts';

/**
 * 授权: a role in some of its kinds at a unit with everything below it, from today or later. It holds from the holder's next request on.
 * Nobody grants to himself, and no hand gets two of the three powers, now or later.
 */
export const giveGrant = command({
  permission: 'access.grant',
  name: 'access.giveGrant',
  input: grantInput,
  async run(work, wanted) {
    const account = await accountInScope(work, wanted.accountId);
    if (wanted.accountId === work.actor.accountId) refuse('forbidden', 'access.own_grant');
    const unit = await unitInScope(work.tx, work.scope, wanted.unitId);
    refuseGrant(wanted, await grantsOf(work.tx, wanted.accountId), work.today);
    if (account.disabled_at !== null) refuse('conflict', 'access.account_disabled');
    const { accountId, unitId, ...after } = wanted;
    const same = await sameHeld(work, wanted, [accountId]);
    if (isHeld(work, same, { accountId, unitId })) refuse('conflict', 'access.grant_exists');
    const ids = await insertGrants(work, wanted, { given: [{ accountId, unitId }], same });
    return work.trail({ subjectId: accountId, unitId, before: null, after: { ...after, unit: unit.name } }, { ids });
  },
});
