import { dueFilter, dueKinds } from '@changming/domain/equipment';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { guarded, words } from './shared.ts';

export const equipmentDue = z
  .object({
    key: z.string(),
    kind: z.enum(dueKinds),
    /** Of look-overs the unit that owes them. */
    subjectId: id,
    unitId: id,
    unit: z.string(),
    no: words,
    name: words,
    dueOn: z.iso.date(),
    count: z.int(),
  })
  .meta({ id: 'EquipmentDue' });
export type EquipmentDue = z.infer<typeof equipmentDue>;

export const listDue = route({
  method: 'get',
  path: '/equipment/due',
  tags: ['equipment'],
  summary: '到期清单：检验、维修、报废、点检、证书',
  access: 'equipment.read',
  request: { query: dueFilter },
  responses: {
    200: json('到期', z.object({ items: z.array(equipmentDue), next: z.string().nullable(), today: z.iso.date() })),
    ...guarded,
  },
});

export const countDue = route({
  method: 'get',
  path: '/equipment/due/counts',
  tags: ['equipment'],
  summary: '超期与即将到期的件数',
  access: 'equipment.read',
  request: { query: dueFilter.pick({ unitId: true, withBelow: true }) },
  responses: {
    200: json(
      '件数',
      z.object({ today: z.iso.date(), counts: z.array(z.object({ kind: z.enum(dueKinds), overdue: z.int(), soon: z.int() })) }),
    ),
    ...guarded,
  },
});
