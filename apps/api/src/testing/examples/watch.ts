import { randomUUID } from 'node:crypto';

import { arrangeWatch, planWatch } from '@changming/application/workforce';
import { as } from '@changming/application/testing';

import { bare, type Example, noted, personId, unitId } from '../example.ts';
import type { Place, World } from '../world.ts';

const month = '2026-01';
const arrangement = { watched: ['workNight'], leaders: 1, keepers: 0 } as const;
const ofMonth: Example = (_, at) => ({ query: { unitId: unitId(at), month } });

/** A unit whose nights are watched by somebody who works there. */
async function arranged(world: World, at: Place): Promise<string> {
  if (at.absent) return randomUUID();
  await arrangeWatch(as(world.house, 'hqSafety', world.units.root), { unitId: at.unit.id, ...arrangement, watched: ['workNight'] });
  return at.unit.id;
}

/** The last night of the month at the place, newly planned. */
async function shift(world: World, at: Place): Promise<string> {
  const unit = await arranged(world, at);
  if (at.absent) return unit;
  const leaders = [await personId(world, at)];
  await planWatch(as(world.house, 'hqSafety', world.units.root), { unitId: unit, month, leaders, keepers: [] });
  const row = await world.owner
    .selectFrom('watch_shifts')
    .select('id')
    .where('unit_id', '=', unit)
    .orderBy('on_day', 'desc')
    .executeTakeFirstOrThrow();
  return noted(world, at, row.id);
}

const onShift =
  (body?: object): Example =>
  async (world, at) => ({
    params: { shiftId: await shift(world, at) },
    ...(body === undefined ? {} : { body }),
    answers: [200, 201, 409],
  });

/** 值班. */
export const watch: Readonly<Record<string, Example>> = {
  'GET /watch/roster': ofMonth,
  'POST /watch/roster/documents': ofMonth,
  'GET /watch/board': bare,
  'GET /watch/on-duty': (_, at) => ({ query: { unitId: unitId(at) } }),
  'GET /me/on-duty': bare,
  'POST /me/on-duty/calls': async (world, at) => ({ body: { personId: await personId(world, at) }, answers: [200, 404, 409] }),
  'POST /watch/schemes': (_, at) => ({ body: { unitId: unitId(at), ...arrangement } }),
  'POST /watch/roster': async (world, at) => ({
    body: { unitId: await arranged(world, at), month, leaders: [await personId(world, at)], keepers: [] },
  }),
  'POST /watch/shifts/{shiftId}/swap': async (world, at) => ({
    params: { shiftId: await shift(world, at) },
    body: { personId: null, reason: '请假' },
  }),
  'POST /watch/shifts/{shiftId}/calls': onShift({ answered: true }),
  'GET /me/watch': bare,
  'GET /watch/shifts/{shiftId}': onShift(),
  'POST /watch/shifts/{shiftId}/check-in': onShift(),
  'POST /watch/shifts/{shiftId}/hand-over': onShift({ notes: '一切正常' }),
  'POST /watch/shifts/{shiftId}/take-over': onShift(),
};
