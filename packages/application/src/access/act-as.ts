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

const stale = 10 * 86_400_000;

/** The house at an instant of the past. What happened more than ten days ago notifies nobody: the first start would send it as new. */
export function pastOf(house: House, at: Date): House {
  const old = house.clock.now().getTime() - at.getTime() > stale;
  return (old ? house.silent() : house).at(at);
}

/** The same actor, calling at an instant of the past. */
export function callingAt(house: House, actor: Actor, at: Date): Caller {
  return pastOf(house, at).callerFor(actor);
}
