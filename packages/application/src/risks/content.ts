import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { CreateRisk } from '@changming/domain/risks';

import type { Writing } from '../context.ts';
import { openPoint } from '../points/index.ts';
import { riskSearchKey } from './store.ts';

type Content = Pick<CreateRisk, 'name' | 'kind' | 'pointId' | 'source' | 'consequences' | 'ownerId' | 'controlPlan'>;

/** The columns of a risk as a person filled them in. */
export function columnsOf({ name, kind, pointId, source, consequences, ownerId, controlPlan }: Content) {
  return {
    name,
    kind,
    point_id: pointId,
    source,
    consequences,
    owner_id: ownerId,
    control_plan: controlPlan,
    search_key: riskSearchKey({ name, source }),
  };
}

/** Its point lies in its unit or below; whoever answers for it works here and lies in the scope. */
export async function refuseStrange(
  work: Writing,
  unitId: string,
  { pointId, ownerId }: Pick<Content, 'pointId' | 'ownerId'>,
): Promise<void> {
  if (pointId !== null) await refuseElsewhere(work, unitId, pointId);
  if (ownerId !== null) await refuseUnknown(work, ownerId);
}

async function refuseElsewhere({ tx, scope }: Writing, unitId: string, pointId: string): Promise<void> {
  const point = await openPoint(tx, scope, pointId);
  const unit = await tx.selectFrom('units').select(['lo', 'hi']).where('id', '=', unitId).executeTakeFirstOrThrow();
  const isInside = unit.lo <= point.unit_pos && point.unit_pos <= unit.hi;
  if (!isInside) refuse('invalid', 'risks.point_elsewhere', { name: point.name });
}

async function refuseUnknown({ tx, scope }: Writing, ownerId: string): Promise<void> {
  const person = await tx
    .selectFrom('persons')
    .select('id')
    .where('id', '=', ownerId)
    .where('left_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (person === undefined) refuse('missing', 'risks.owner_not_found', { id: ownerId });
}
