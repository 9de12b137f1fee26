import type { Grant } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { rootRange } from '@changming/domain/units';
import { z } from 'zod';

import { type Caller, door, type House } from '../context.ts';

const whoIs = door({
  name: 'access.speakFor',
  input: z.strictObject({ accountId: z.uuid() }),
  async run({ tx, enter, trail }, { accountId }) {
    await enter([rootRange]);
    const account = await tx
      .selectFrom('accounts')
      .select(['id', 'person_id', 'disabled_at'])
      .where('id', '=', accountId)
      .executeTakeFirst();
    if (account === undefined || account.disabled_at !== null) refuse('forbidden', 'access.account_disabled');
    const rows = await tx
      .selectFrom('grants as g')
      .innerJoin('units as u', 'u.id', 'g.unit_id')
      .select(['g.role', 'g.kind', 'g.unit_id as unitId', 'u.lo', 'u.hi', 'g.from_on as from', 'g.to_on as to'])
      .where('g.account_id', '=', accountId)
      .where('g.ended_at', 'is', null)
      .execute();
    const grants = rows.map(({ lo, hi, ...grant }): Grant => ({ ...grant, units: { lo, hi } }));
    return trail([], { accountId, personId: account.person_id, grants });
  },
});

/** Work that a person ordered is done later with exactly the grants that the person has by then: for the worker alone. */
export async function speakFor(house: House, accountId: string): Promise<Caller> {
  const actor = await whoIs(house.stranger({ via: 'clock', ip: null }), { accountId });
  return house.callerFor(actor, { via: 'clock', ip: null });
}
