import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { refuseLastAdministrator } from './account-in-scope.ts';

/** 收回授权, from the holder's next request on. The group keeps at least one of each administrator. */
export const endGrant = command({
  permission: 'access.grant',
  name: 'access.endGrant',
  input: z.strictObject({ grantId: z.uuid() }),
  async run(work, { grantId }) {
    const grant = await work.tx
      .selectFrom('grants')
      .selectAll()
      .where('id', '=', grantId)
      .where((eb) => within(eb.ref('unit_pos'), work.scope))
      .forUpdate()
      .executeTakeFirst();
    if (grant === undefined) refuse('missing', 'access.grant_not_found', { id: grantId });
    if (grant.ended_at !== null) refuse('conflict', 'access.grant_ended');
    const unit = await work.tx.selectFrom('units').select('parent_id').where('id', '=', grant.unit_id).executeTakeFirst();
    if (unit?.parent_id === null) await refuseLastAdministrator(work, grant.account_id, [grant]);
    await work.tx.updateTable('grants').set({ ended_at: work.now }).where('id', '=', grantId).execute();
    const { role, kind, from_on: from, to_on: to } = grant;
    return work.trail({ subjectId: grant.account_id, unitId: grant.unit_id, before: { role, kind, from, to }, after: null }, null);
  },
});
