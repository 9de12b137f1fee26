import type { Post, Tx } from '@changming/database';
import { type SqlBool, sql } from 'kysely';

export type NearWhom = { readonly unitPos: number; readonly on: string; readonly posts: readonly Post[] };

/** The holders of these posts at the nearest unit, from `unitPos` upwards, that has any; deputies last. */
export async function holdersNear(tx: Tx, { unitPos, on, posts }: NearWhom): Promise<string[]> {
  const rows = await tx
    .selectFrom('appointments as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .select(['a.person_id', 'u.lo'])
    .where('u.lo', '<=', unitPos)
    .where('u.hi', '>=', unitPos)
    .where('a.post', 'in', posts)
    .where('a.point_id', 'is', null)
    .where('a.from_on', '<=', on)
    .where(sql<SqlBool>`(a.to_on is null or a.to_on > ${on}::date)`)
    .orderBy('u.lo', 'desc')
    .orderBy('a.deputy')
    .orderBy(sql`array_position(${[...posts]}::text[], a.post)`)
    .orderBy('a.id')
    .execute();
  const nearest = rows[0]?.lo;
  return [...new Set(rows.filter(({ lo }) => lo === nearest).map(({ person_id }) => person_id))];
}
