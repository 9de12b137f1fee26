import { fireConditions, fireKinds } from '@changming/domain/equipment';
import { id } from '@changming/domain/kernel';
import { plateCodeInput } from '@changming/domain/points';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { guarded, maybeDay, words } from './shared.ts';

const firePlate = z.object({
  point: z.object({ id, code: z.string(), name: z.string(), unit: z.string(), unitId: id }),
  items: z.array(
    z.object({
      id,
      unitId: id,
      no: words,
      kind: z.enum(fireKinds),
      name: words,
      model: words,
      place: words,
      condition: z.enum(fireConditions),
      scrapDueOn: maybeDay,
      checkDueOn: maybeDay,
      checkedOn: maybeDay,
    }),
  ),
});

export const fireAtPlate = firePlate.extend({ today: z.iso.date() }).meta({ id: 'FireAtPlate' });
export type FireAtPlate = z.infer<typeof fireAtPlate>;

export const readFireAtPlate = route({
  method: 'get',
  path: '/plates/{code}/fire',
  tags: ['equipment'],
  summary: '扫码点检：点位上的消防器材',
  access: 'equipment.check',
  request: { params: z.strictObject({ code: plateCodeInput }) },
  responses: { 200: json('消防器材', fireAtPlate), ...guarded },
});

/** Everything that the phone needs to look over without a network; `cut` when there is more than it holds. */
export const fireSpots = z
  .object({ today: z.iso.date(), at: z.iso.datetime(), plates: z.array(firePlate), cut: z.boolean() })
  .meta({ id: 'FireSpots' });
export type FireSpots = z.infer<typeof fireSpots>;

export const listSpots = route({
  method: 'get',
  path: '/equipment/spots',
  tags: ['equipment'],
  summary: '本期待点检的点位与器材（供手机离线使用）',
  access: 'equipment.check',
  request: {},
  responses: { 200: json('待点检', fireSpots), ...guarded },
});
