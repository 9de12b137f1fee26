import { randomUUID } from 'node:crypto';

import { as } from '@changming/application/testing';
import { createPoint, createSheet, determineKeyPosition, placePoint } from '@changming/application/points';

import type { Place, World } from '../world.ts';
import { type Example, noted, ofUnit, personId, unitId } from '../example.ts';

export async function point(world: World, at: Place): Promise<{ readonly pointId: string; readonly code: string }> {
  if (at.absent) return { pointId: randomUUID(), code: 'ZZZZZZZZ' };
  const { id, code } = await createPoint(as(world.house, 'hqSafety', world.units.root), { unitId: at.unit.id, name: '配电室' });
  return { pointId: noted(world, at, id), code };
}

function onPoint(body: object, headers = {}): Example {
  return async (world, at) => ({ params: { pointId: (await point(world, at)).pointId }, body, headers });
}

/** A floor plan of the place, with one point on it. */
export async function plan(world: World, at: Place): Promise<{ readonly sheetId: string; readonly pointId: string }> {
  if (at.absent) return { sheetId: randomUUID(), pointId: randomUUID() };
  const headquarters = as(world.house, 'hqSafety', world.units.root);
  const { id } = await createSheet(headquarters, { unitId: at.unit.id, kind: 'floorPlan', name: '平面图' });
  const { pointId } = await point(world, at);
  await placePoint(headquarters, { sheetId: id, pointId, x: 1000, y: 2000 });
  return { sheetId: noted(world, at, id), pointId };
}

async function sheetOf(world: World, at: Place): Promise<{ readonly sheetId: string }> {
  return { sheetId: (await plan(world, at)).sheetId };
}

const keyPosition: Example = async (world, at) => {
  const { pointId } = await point(world, at);
  const determined = { pointId, from: '2026-01-20', reason: '全厂供电' };
  if (!at.absent) await determineKeyPosition(as(world.house, 'hqSafety', world.units.root), determined);
  return { params: { pointId }, body: { reason: '测试' } };
};

export const points: Readonly<Record<string, Example>> = {
  'GET /points': ofUnit,
  'POST /points/documents': ofUnit,
  'GET /points/plates.pdf': async (world, at) => ({
    query: { unitId: unitId(at), id: (await point(world, at)).pointId },
    /** Above one's own branch there is nothing to print. */
    answers: at.relation === 'parent' ? ['points.no_plates'] : [200],
  }),
  'GET /points/{pointId}': async (world, at) => ({ params: { pointId: (await point(world, at)).pointId } }),
  'GET /plates/{code}': async (world, at) => ({ params: { code: (await point(world, at)).code } }),
  'GET /door/plates/{code}': async (world, at) => ({ params: { code: (await point(world, at)).code } }),
  'GET /points/sheets': ofUnit,
  'GET /points/sheets/{sheetId}': async (world, at) => ({ params: await sheetOf(world, at) }),
  /** A plan without a picture: being told so is proof enough that it was found. */
  'GET /points/sheets/{sheetId}/print.pdf': async (world, at) => ({
    params: await sheetOf(world, at),
    answers: ['points.no_picture'],
  }),
  'POST /points/sheets': (_, at) => ({ body: { unitId: unitId(at), kind: 'layout', name: '定置图' } }),
  'POST /points/sheets/{sheetId}/versions': async (world, at) => ({
    params: await sheetOf(world, at),
    body: { evidenceId: randomUUID() },
    answers: ['evidence.not_found'],
  }),
  'POST /points/sheets/{sheetId}/withdrawal': async (world, at) => ({ params: await sheetOf(world, at), body: { reason: '测试' } }),
  'POST /points/sheets/{sheetId}/places/{pointId}': async (world, at) => ({ params: await plan(world, at), body: { x: 1, y: 2 } }),
  'DELETE /points/sheets/{sheetId}/places/{pointId}': async (world, at) => ({ params: await plan(world, at) }),
  'GET /door/sheets/{code}': () => ({ params: { code: 'ZZZZZZZZZZ' }, answers: ['points.sheet_not_found'] }),
  'POST /points/{pointId}/key-position': onPoint({ from: '2026-01-20', reason: '全厂供电' }),
  'POST /points/{pointId}/key-position/ending': keyPosition,
  'POST /points': (_, at) => ({ body: { unitId: unitId(at), name: '锅炉房' } }),
  'PATCH /points/{pointId}': onPoint({ version: 1, name: '新配电室', kind: 'other' }),
  'POST /points/{pointId}/closing': onPoint({ reason: '测试' }),
  'POST /points/{pointId}/keeper': async (world, at) => ({
    params: { pointId: (await point(world, at)).pointId },
    body: { keeperId: await personId(world, at), from: '2026-01-20' },
  }),
};
