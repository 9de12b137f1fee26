import { type Post, type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type SqlBool, sql } from 'kysely';

/** A person who works here today and lies in the scope. */
export async function refuseStrangers(tx: Tx, scope: readonly UnitRange[], ids: readonly (string | null)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((each) => each !== null))];
  if (wanted.length === 0) return;
  const found = await tx
    .selectFrom('persons')
    .select('id')
    .where('id', 'in', wanted)
    .where('left_on', 'is', null)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .execute();
  if (found.length < wanted.length) refuse('missing', 'hazards.person_not_found');
}

/** Posts that answer for a place, nearest to the work first. */
const answering = ['teamLeader', 'workshopHead', 'unitHead', 'firstResponsible'] as const satisfies readonly Post[];

type Where = { readonly unitPos: number; readonly on: string };

/** Who answers for a unit on a day: its own head, or the nearest above whom the caller may see; null when nobody is appointed. */
export async function answerableFor(tx: Tx, where: Where): Promise<string | null> {
  const [nearest] = await holdersNear(tx, { ...where, posts: answering });
  return nearest ?? null;
}

/** The holders of these posts at the nearest unit, from `unitPos` upwards, that has any; deputies last. */
export async function holdersNear(tx: Tx, { unitPos, on, posts }: Where & { readonly posts: readonly Post[] }): Promise<string[]> {
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
