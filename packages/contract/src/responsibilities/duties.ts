import { addDutyInput, dutyFilter, endDutyInput, occurrenceFilter, reviseDutyInput } from '@changming/domain/responsibilities';
import { day as dayOf, id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, route } from '../route.ts';
import { day, duty, guarded, occurrence, saved, tags, words } from './shapes.ts';

export type { Duty, DutyOccurrence } from './shapes.ts';

export const listDuties = route({
  method: 'get',
  path: '/responsibilities/duties',
  tags,
  summary: '职责清单（产品的、上级的和本单位的）',
  access: 'responsibilities.follow',
  request: { query: dutyFilter },
  responses: { 200: json('职责清单', z.object({ items: z.array(duty), on: day })), ...guarded },
});

export const addDuty = route({
  method: 'post',
  path: '/responsibilities/duties',
  tags,
  summary: '增加职责',
  access: 'responsibilities.editDuties',
  request: { body: body(addDutyInput) },
  responses: { 201: saved, ...guarded },
});

const one = z.strictObject({ dutyId: id });

export const reviseDuty = route({
  method: 'post',
  path: '/responsibilities/duties/{dutyId}/editions',
  tags,
  summary: '修订职责（自某日起的新版本）',
  access: 'responsibilities.editDuties',
  request: { params: one, body: body(reviseDutyInput.omit({ dutyId: true })) },
  responses: { 201: saved, ...guarded },
});

export const endDuty = route({
  method: 'post',
  path: '/responsibilities/duties/{dutyId}/ending',
  tags,
  summary: '终止职责',
  access: 'responsibilities.editDuties',
  request: { params: one, body: body(endDutyInput.omit({ dutyId: true })) },
  responses: { 204: done('已终止'), ...guarded },
});

export const listOccurrences = route({
  method: 'get',
  path: '/responsibilities/occurrences',
  tags,
  summary: '履职台账：谁应做什么、到哪天、由哪条记录完成',
  access: 'responsibilities.read',
  request: { query: occurrenceFilter },
  responses: { 200: json('履职台账', z.object({ items: z.array(occurrence), next: words, today: day })), ...guarded },
});

export const ownDuties = z
  .object({
    items: z.array(occurrence),
    /** Owed at all times, or awaiting records that are yet to come. */
    standing: z.array(z.object({ code: z.string(), text: z.string(), textEn: words, period: z.string(), awaited: z.array(z.string()) })),
    today: day,
  })
  .meta({ id: 'OwnDuties' });
export type OwnDuties = z.infer<typeof ownDuties>;

export const listOwnDuties = route({
  method: 'get',
  path: '/responsibilities/mine',
  tags,
  summary: '我的职责：应做、已做、常态',
  access: 'responsibilities.follow',
  request: {},
  responses: { 200: json('我的职责', ownDuties), ...guarded },
});

const counts = { due: z.int(), done: z.int(), late: z.int(), missed: z.int(), open: z.int() };

export const readDutyBoard = route({
  method: 'get',
  path: '/responsibilities/board',
  tags,
  summary: '履职进度：本单位和各下级',
  access: 'responsibilities.read',
  request: { query: z.strictObject({ unitId: id, from: dayOf.optional(), to: dayOf.optional() }) },
  responses: {
    200: json(
      '履职进度',
      z.object({
        from: day,
        to: day,
        today: day,
        units: z.array(z.object({ unitId: id, unit: z.string(), withBelow: z.boolean(), ...counts })),
      }),
    ),
    ...guarded,
  },
});
