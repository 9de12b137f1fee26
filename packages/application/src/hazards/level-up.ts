import type { Tx } from '@changming/database';
import { rootRange } from '@changming/domain/units';

import type { Reading, Permission } from '../context.ts';

/**
 * 上一级 of a hazard is the parent of its unit; above the group's own hazards stands the group itself. Whoever decides one level up
 * holds the permission over that parent, not merely over the unit.
 */
export async function parentPosition(tx: Tx, unitId: string): Promise<number> {
  const parent = await tx
    .selectFrom('units as u')
    .innerJoin('units as above', 'above.id', 'u.parent_id')
    .select('above.lo')
    .where('u.id', '=', unitId)
    .executeTakeFirst();
  return parent?.lo ?? rootRange.lo;
}

export async function isOneLevelUp({ tx, may }: Pick<Reading, 'tx' | 'may'>, permission: Permission, unitId: string): Promise<boolean> {
  return may(permission, await parentPosition(tx, unitId));
}

/** 集团: who accepts major hazards over the group's own unit acts for the group. */
export function actsForGroup({ may }: Pick<Reading, 'may'>): boolean {
  return may('hazards.acceptMajor', rootRange.lo);
}
