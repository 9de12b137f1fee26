import type { Post } from '@changming/database';
import type { EquipmentReceiver } from '@changming/domain/equipment';
import { type SqlBool, sql } from 'kysely';

import type { Writing } from '../context.ts';

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

/** Who holds one of these posts at the nearest unit, from `position` upwards, that has any. */
async function holders({ tx, today }: Writing, position: number, posts: readonly Post[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('appointments as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .select(['a.person_id', 'u.lo'])
    .where('u.lo', '<=', position)
    .where('u.hi', '>=', position)
    .where('a.post', 'in', posts)
    .where('a.point_id', 'is', null)
    .where('a.from_on', '<=', today)
    .where(sql<SqlBool>`(a.to_on is null or a.to_on > ${today}::date)`)
    .orderBy('u.lo', 'desc')
    .orderBy('a.id')
    .execute();
  return [...new Set(rows.filter(({ lo }) => lo === rows[0]?.lo).map(({ person_id }) => person_id))];
}
