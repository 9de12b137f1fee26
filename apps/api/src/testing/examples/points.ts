import { randomUUID } from 'node:crypto';

import { as } from '@changming/application/testing';
import { createPoint } from '@changming/application/points';

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

export const points: Readonly<Record<string, Example>> = {
  'GET /points': ofUnit,
  'GET /points/plates.pdf': async (world, at) => ({
    query: { unitId: unitId(at), id: (await point(world, at)).pointId },
    /** Above one's own branch there is nothing to print. */
    answers: at.relation === 'parent' ? ['points.no_plates'] : [200],
  }),
  'GET /points/{pointId}': async (world, at) => ({ params: { pointId: (await point(world, at)).pointId } }),
  'GET /plates/{code}': async (world, at) => ({ params: { code: (await point(world, at)).code } }),
  'GET /door/plates/{code}': async (world, at) => ({ params: { code: (await point(world, at)).code } }),
  'POST /points': (_, at) => ({ body: { unitId: unitId(at), name: '锅炉房' } }),
  'PATCH /points/{pointId}': onPoint({ version: 1, name: '新配电室', kind: 'other' }),
  'POST /points/{pointId}/closing': onPoint({ reason: '测试' }),
  'POST /points/{pointId}/keeper': async (world, at) => ({
    params: { pointId: (await point(world, at)).pointId },
    body: { keeperId: await personId(world, at), from: '2026-01-20' },
  }),
};
