import { randomUUID } from 'node:crypto';

import { assignAction } from '@changming/application/actions';
import { as, given } from '@changming/application/testing';

import { bare, type Example, fresh, noted, ofUnit, onceOutside, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';
import { noneInMaking } from './hazards.ts';

/** An action of somebody at the place, asked for by headquarters. */
const action = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const { house, owner, units } = world;
  const office = as(house, 'hqSafety', units.root, (await given.person(owner, units.root, { staff_no: fresh('P') })).id);
  const asked = { unitId: at.unit.id, kind: 'management', title: '完善交接班制度', dueOn: '2026-01-30' } as const;
  return noted(world, at, (await assignAction(office, { ...asked, ownerId: await personId(world, at) })).id);
});

/** A step on an action that was just assigned: many do not fit its state or the person, and the refusal proves that it was found. */
const step =
  (body: object): Example =>
  async (world, at) => ({ params: { actionId: await action(world, at) }, body, answers: [200, 409] });

export const actions: Readonly<Record<string, Example>> = {
  'GET /actions': ofUnit,
  'GET /actions/counts': ofUnit,
  'GET /me/actions': bare,
  'POST /actions/documents': ofUnit,
  'POST /actions/orders': async (world, at) => {
    await noneInMaking(world);
    return { query: { unitId: unitId(at) } };
  },
  'GET /me/action-documents': bare,
  'GET /me/action-documents/{documentId}/file': () => ({ params: { documentId: randomUUID() }, answers: [404] }),
  'GET /actions/{actionId}': async (world, at) => ({ params: { actionId: await action(world, at) } }),
  'POST /actions': async (world, at) => ({
    body: { unitId: unitId(at), kind: 'training', title: '全员再培训', ownerId: await personId(world, at), dueOn: '2026-01-30' },
  }),
  'POST /actions/{actionId}/submission': step({ result: '已完善' }),
  'POST /actions/{actionId}/return': step({ reason: '还有两处未改' }),
  'POST /actions/{actionId}/verification': step({}),
  'POST /actions/{actionId}/cancellation': step({ reason: '重复' }),
  'POST /actions/{actionId}/reassignment': async (world, at) => ({
    params: { actionId: await action(world, at) },
    body: { ownerId: await personId(world, at), verifierId: null, reason: '调岗' },
    answers: [200, 409],
  }),
  'POST /actions/{actionId}/verifier': step({ verifierId: null, reason: '验证人已离职' }),
  'POST /actions/{actionId}/effect': step({ effect: 'effective', note: '三个月无复发' }),
  'POST /actions/{actionId}/extension': step({ toOn: '2026-02-05', reason: '等材料' }),
  'POST /actions/{actionId}/extension/decision': step({ granted: true }),
};
