import type { Post } from '@changming/database';
import type { EquipmentReceiver } from '@changming/domain/equipment';

import type { Writing } from '../context.ts';
import { holdersNear } from '../workforce/index.ts';

const officers = ['safetyOfficer', 'safetyDirector'] as const satisfies readonly Post[];
const heads = ['unitHead', 'firstResponsible', 'workshopHead', 'teamLeader'] as const satisfies readonly Post[];

/** Keepers are reminded themselves, and the safety officer with them; those above are told. */
export async function receiversOf(
  work: Writing,
  { tells, unitId, keeperIds }: { readonly tells: EquipmentReceiver; readonly unitId: string; readonly keeperIds: readonly string[] },
): Promise<string[]> {
  const unit = await work.tx.selectFrom('units').select(['lo', 'parent_id']).where('id', '=', unitId).executeTakeFirstOrThrow();
  if (tells === 'keeper') return [...new Set([...keeperIds, ...(await holders(work, unit.lo, officers))])];
  if (tells === 'unitHead') return holders(work, unit.lo, heads);
  const above = unit.parent_id === null ? undefined : await placeOf(work, unit.parent_id);
  return holders(work, above ?? unit.lo, [...officers, ...heads]);
}

async function placeOf({ tx }: Writing, unitId: string): Promise<number | undefined> {
  return (await tx.selectFrom('units').select('lo').where('id', '=', unitId).executeTakeFirst())?.lo;
}

function holders({ tx, today }: Writing, unitPos: number, posts: readonly Post[]): Promise<string[]> {
  return holdersNear(tx, { unitPos, on: today, posts });
}
