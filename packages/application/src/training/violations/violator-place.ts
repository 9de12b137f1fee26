import type { z } from 'zod';

import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { recordViolationInput } from '@changming/domain/training';
import { sql } from 'kysely';

import type { Writing } from '../../context.ts';
import { unitInScope } from '../../units/index.ts';

export type Place = { readonly unitId: string; readonly leftOn: string | null };
type Given = Pick<z.output<typeof recordViolationInput>, 'personId' | 'outsider' | 'foundAt'>;

/**
 * Where it counts: the unit of the caller's branch in which the person belonged when it was found, wherever he went before it arrived; else the one in
 * which he belongs now. For somebody from elsewhere the unit where it happened.
 */
export async function placeOf(work: Writing, { personId, outsider, foundAt }: Given): Promise<Place> {
  if ((personId === undefined) === (outsider === undefined)) return refuse('invalid', 'training.violator_unknown');
  if (outsider !== undefined) return { unitId: (await unitInScope(work.tx, work.scope, outsider.unitId)).id, leftOn: null };
  const id = personId ?? '';
  const now = await placeNow(work, id);
  const then = await unitAt(work, id, new Date(foundAt));
  if (then !== undefined) return { unitId: then, leftOn: now?.leftOn ?? null };
  return now ?? refuse('missing', 'training.violator_not_found');
}

async function placeNow({ tx, scope }: Writing, personId: string): Promise<Place | undefined> {
  return tx
    .selectFrom('persons')
    .select(['unit_id as unitId', 'left_on as leftOn'])
    .where('id', '=', personId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
}

/** The open unit of the branch to which the person belonged at an instant, as the roster said then. */
async function unitAt({ tx, scope }: Writing, personId: string, at: Date): Promise<string | undefined> {
  const row = await tx
    .selectFrom('persons_history as h')
    .innerJoin('units as u', 'u.id', 'h.unit_id')
    .select('h.unit_id')
    .where('h.id', '=', personId)
    .where('h.known_from', '<=', at)
    .where('h.known_to', '>', at)
    .where('u.closed_on', 'is', null)
    .where(sql<boolean>`${within(sql.ref('u.lo'), scope)}`)
    .executeTakeFirst();
  return row?.unit_id;
}
