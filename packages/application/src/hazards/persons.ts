import { type Post, type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';

import { holdersNear, type NearWhom } from '../workforce/index.ts';

export { holdersNear } from '../workforce/index.ts';

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

/** Who answers for a unit on a day: its own head, or the nearest above whom the caller may see; null when nobody is appointed. */
export async function answerableFor(tx: Tx, where: Omit<NearWhom, 'posts'>): Promise<string | null> {
  const [nearest] = await holdersNear(tx, { ...where, posts: answering });
  return nearest ?? null;
}
