import { kindsOf, type Role } from '@changming/domain/access';
import { refuse } from '@changming/domain/kernel';
import { rootRange } from '@changming/domain/units';
import { z } from 'zod';

import { type Actor, type Caller, door, type House } from '../context.ts';

const rangeOfUnit = door({
  name: 'access.actAs',
  input: z.strictObject({ unitId: z.uuid() }),
  async run({ tx, enter, trail }, { unitId }) {
    await enter([rootRange]);
    const unit = await tx.selectFrom('units').select(['lo', 'hi']).where('id', '=', unitId).executeTakeFirst();
    return trail([], unit ?? refuse('missing', 'units.not_found', { id: unitId }));
  },
});

type Acting = { readonly role: Role; readonly personId: string | null; readonly unitId: string };

/** Whoever holds the shell may speak as a person in a role at a unit: seeds write their past so. No door of the API leads here. */
export async function actAs(house: House, { role, personId, unitId }: Acting): Promise<Actor> {
  const units = await rangeOfUnit(house.stranger({ via: 'shell', ip: null }), { unitId });
  const grants = kindsOf(role).map((kind) => ({ role, kind, unitId, units, from: '1900-01-01', to: null }));
  return { personId, accountId: null, grants };
}

/** The same actor, calling at an instant of the past. */
export function callingAt(house: House, actor: Actor, at: Date): Caller {
  return house.at(at).callerFor(actor);
}
