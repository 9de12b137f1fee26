import { randomUUID } from 'node:crypto';

import { checkFire, nameOperator, registerFire, registerSpecial } from '@changming/application/equipment';
import { as, given } from '@changming/application/testing';
import { newResultId } from '@changming/application/testing/inspection-story';

import { bare, type Example, fresh, noted, ofUnit, onceOutside, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';
import { point } from './points.ts';

/** Whoever keeps the ledgers of the whole group. */
async function office({ house, owner, units }: World) {
  return as(house, 'hqSafety', units.root, (await given.person(owner, units.root, { staff_no: fresh('P') })).id);
}

const special = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const machine = { unitId: at.unit.id, ownNo: fresh('T'), name: '叉车', category: 'forklift' } as const;
  return noted(world, at, (await registerSpecial(await office(world), machine)).id);
});

const fire = onceOutside(async (world: World, at: Place): Promise<string> => {
  if (at.absent) return randomUUID();
  const piece = { unitId: at.unit.id, no: fresh('F'), kind: 'water', madeOn: '2025-01' } as const;
  return noted(world, at, (await registerFire(await office(world), piece)).id);
});

/** A check that found a piece damaged. */
const defect = onceOutside(async (world: World, at: Place): Promise<string> => {
  const equipmentId = await fire(world, at);
  if (at.absent) return randomUUID();
  const found = { equipmentId, kind: 'test', on: '2026-01-20', condition: 'damaged' } as const;
  return noted(world, at, (await checkFire(await office(world), found)).id);
});

/** The last day of a period in which a piece of the unit was not looked over. */
async function missedOn(world: World, at: Place): Promise<string> {
  const dueOn = '2025-12-31';
  if (at.absent) return dueOn;
  const missed = { id: randomUUID(), equipment_id: await fire(world, at), unit_id: at.unit.id, from_on: '2025-12-01', due_on: dueOn };
  await given.arranged(world.owner, (tx) =>
    tx
      .insertInto('fire_spot_duties')
      .values({ ...missed, checked_on: null, check_id: null })
      .execute(),
  );
  return dueOn;
}

const onSpecial =
  (body: object): Example =>
  async (world, at) => ({ params: { equipmentId: await special(world, at) }, body });
const onFire =
  (body: object): Example =>
  async (world, at) => ({ params: { equipmentId: await fire(world, at) }, body });

async function operator(world: World, at: Place) {
  const equipmentId = await special(world, at);
  if (at.absent) return { equipmentId, operatorId: randomUUID() };
  const named = { equipmentId, personId: await personId(world, at), from: '2026-01-01' };
  return { equipmentId, operatorId: (await nameOperator(await office(world), named)).id };
}

export const equipment: Readonly<Record<string, Example>> = {
  'GET /equipment/special': ofUnit,
  'POST /equipment/special/documents': ofUnit,
  'GET /equipment/special/{equipmentId}': async (world, at) => ({ params: { equipmentId: await special(world, at) } }),
  'POST /equipment/special': (_, at) => ({ body: { unitId: unitId(at), ownNo: fresh('T'), name: '载货电梯', category: 'lift' } }),
  'PATCH /equipment/special/{equipmentId}': async (world, at) => ({
    params: { equipmentId: await special(world, at) },
    body: { version: 1, unitId: unitId(at), name: '叉车', category: 'forklift' },
  }),
  'POST /equipment/special/{equipmentId}/inspections': onSpecial({ on: '2026-01-05', result: 'passed', nextDueOn: '2028-01-05' }),
  'POST /equipment/special/{equipmentId}/states': onSpecial({ to: 'outOfUse', on: '2026-01-20', reason: '停产' }),
  'POST /equipment/special/{equipmentId}/operators': async (world, at) => ({
    params: { equipmentId: await special(world, at) },
    body: { personId: await personId(world, at), from: '2026-01-20' },
  }),
  'POST /equipment/special/{equipmentId}/operators/{operatorId}/ending': async (world, at) => ({
    params: await operator(world, at),
    body: { on: '2026-01-20' },
  }),
  'GET /equipment/fire': ofUnit,
  'POST /equipment/fire/documents': ofUnit,
  'GET /equipment/fire/{equipmentId}': async (world, at) => ({ params: { equipmentId: await fire(world, at) } }),
  'POST /equipment/fire': (_, at) => ({ body: { unitId: unitId(at), no: fresh('F'), kind: 'co2' } }),
  'PATCH /equipment/fire/{equipmentId}': async (world, at) => ({
    params: { equipmentId: await fire(world, at) },
    body: { version: 1, unitId: unitId(at), kind: 'water' },
  }),
  'POST /equipment/fire/{equipmentId}/checks': onFire({ kind: 'test', on: '2026-01-20', condition: 'intact' }),
  'POST /equipment/fire/{equipmentId}/scrapping': onFire({ on: '2026-01-20', reason: '到期' }),
  'GET /plates/{code}/fire': async (world, at) => ({ params: { code: (await point(world, at)).code } }),
  'GET /equipment/spots': bare,
  'POST /equipment/fire/checks/{checkId}/hazard': async (world, at) => ({
    params: { checkId: await defect(world, at) },
    body: { id: newResultId(), text: '压力不足' },
  }),
  'GET /equipment/fire/{equipmentId}/hazards': async (world, at) => ({ params: { equipmentId: await fire(world, at) } }),
  'GET /equipment/missed-spots': ofUnit,
  'POST /equipment/missed-spots/documents': ofUnit,
  'POST /equipment/missed-spots/reasons': async (world, at) => ({
    body: { unitId: unitId(at), dueOn: await missedOn(world, at), reason: 'forgotten' },
  }),
  'GET /equipment/place-checks': ofUnit,
  'POST /equipment/place-checks': (_, at) => ({ body: { unitId: unitId(at), kind: 'passage', on: '2026-01-20', passed: true } }),
  'GET /equipment/due': ofUnit,
  'GET /equipment/due/counts': ofUnit,
};
