import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { keepPointInput } from '@changming/domain/points';

import { type Changed, command, type Writing } from '../context.ts';
import { passGates, type TakenUp } from '../workforce/index.ts';
import { keeperOn, lastKeeperWithin } from './keepers.ts';
import { openPoint, type StoredPoint } from './store.ts';

/**
 * 点位责任人: a person keeps the point from a day on, in place of whoever kept it. The past stays as it was. He must pass the gates as
 * for every post in which somebody does the work, unless one who may lifts them.
 */
export const keepPoint = command({
  permission: 'points.edit',
  name: 'points.keep',
  input: keepPointInput,
  async run(work, { pointId, ...keeping }) {
    const point = await openPoint(work.tx, work.scope, pointId);
    const before = await keeperOn(work.tx, pointId, keeping.from);
    const lifted = await appointKeeper(work, point, keeping);
    const told = { keeperId: keeping.keeperId, from: keeping.from };
    const change = { subjectId: pointId, unitId: point.unit_id, before: before && { keeperId: before.personId }, after: told };
    return work.trail([change, ...lifted], told);
  },
});

type Keeping = {
  readonly keeperId: string;
  readonly from: string;
  /** Until somebody who is named already takes over: his term stays as it is. */
  readonly to?: string | null;
  readonly override?: { readonly reason: string; readonly until: string | null } | undefined;
};

/** Makes him the keeper, refused with `workforce.gate_closed` where the gates keep him out. Answers what was lifted for him. */
export async function appointKeeper(work: Writing, point: StoredPoint, { override, ...keeping }: Keeping): Promise<Changed[]> {
  const office = await giveToKeeper(work, point, keeping);
  const { changed } = await passGates(work, office, override);
  return changed;
}

/**
 * Ends the appointment that runs on the day, or beyond it, as the next begins; one that began the same day is taken over. Answers the office
 * that he has now: whoever calls this holds it to the gates before the transaction ends.
 */
export async function giveToKeeper(
  work: Writing,
  point: StoredPoint,
  { keeperId, from, to = null }: Omit<Keeping, 'override'>,
): Promise<TakenUp> {
  if (from < point.opened_on) refuse('invalid', 'points.keeper_before_opening', { on: point.opened_on });
  const name = await heldKeeper(work, keeperId);
  const last = await lastKeeperWithin(work.tx, point.id, { from, to }).forUpdate().executeTakeFirst();
  if (last !== undefined && from < last.from) refuse('conflict', 'points.keeper_before_last', { on: last.from });
  if (last?.from === from) await rewrite(work, last.id, { person_id: keeperId, to_on: to });
  else {
    if (last !== undefined) await rewrite(work, last.id, { to_on: from });
    await insert(work, point, { keeperId, from, to });
  }
  return { unitId: point.unit_id, post: 'pointKeeper', certifiedPost: null, personId: keeperId, name, from, to };
}

async function rewrite({ tx }: Writing, id: string, set: { person_id?: string; to_on: string | null }): Promise<void> {
  await tx
    .updateTable('appointments')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

async function insert({ tx, newId }: Writing, point: StoredPoint, { keeperId, from, to = null }: Keeping): Promise<void> {
  const office = { unit_id: point.unit_id, post: 'pointKeeper', point_id: point.id } as const;
  await tx
    .insertInto('appointments')
    .values({ id: newId(), ...office, person_id: keeperId, from_on: from, to_on: to })
    .execute();
}

/** The name of somebody who works in the scope; he is held, so that he does not leave meanwhile, and can go on working: what he writes names him. */
async function heldKeeper({ tx, scope }: Writing, personId: string): Promise<string> {
  const found = await tx
    .selectFrom('persons')
    .select(['name', 'left_on'])
    .where('id', '=', personId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (found === undefined || found.left_on !== null) return refuse('missing', 'points.keeper_not_found', { id: personId });
  return found.name;
}
