import { reportDefectInput } from '@changming/domain/equipment';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, oneEquipment } from './shared.ts';
import { fireReceipt } from './fire.ts';

/** A check that found something wrong becomes a hazard, with its photos. The same id again is the same hazard. */
export const reportDefect = route({
  method: 'post',
  path: '/equipment/fire/checks/{checkId}/hazard',
  tags: ['equipment'],
  summary: '把点检发现的缺陷上报为隐患（重复提交只记一次）',
  access: 'equipment.check',
  request: { params: z.strictObject({ checkId: id }), body: body(reportDefectInput.omit({ checkId: true })) },
  responses: {
    201: json('隐患', z.object({ hazardId: id, number: z.string(), photos: fireReceipt.shape.photos })),
    ...guarded,
  },
});

const defect = z.object({ checkId: id, hazardId: id, number: z.string(), open: z.boolean() });

export const listDefects = route({
  method: 'get',
  path: '/equipment/fire/{equipmentId}/hazards',
  tags: ['equipment'],
  summary: '该器材点检发现的隐患',
  access: 'equipment.read',
  request: { params: oneEquipment },
  responses: { 200: json('隐患', z.object({ items: z.array(defect) })), ...guarded },
});
