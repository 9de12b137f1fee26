import { id } from '@changming/domain/kernel';
import { dutyPosts } from '@changming/domain/workforce';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';

const words = z.string().nullable();
const at = z.iso.datetime();
const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;

export const readOnDuty = route({
  method: 'get',
  path: '/watch/on-duty',
  tags: ['workforce'],
  summary: '某单位某一刻谁值班，只有一个答案',
  access: 'workforce.readWatch',
  request: { query: z.strictObject({ unitId: id, at: z.iso.datetime({ offset: true }).optional() }) },
  responses: {
    200: json(
      '值班人',
      z.object({
        at,
        answer: z.object({ personId: id, because: z.enum(['roster', 'deputy', 'post']), name: words, phone: words }).nullable(),
      }),
    ),
    ...guarded,
  },
});

export const onDutyAbove = z
  .object({
    now: at,
    units: z.array(
      z.object({
        unitId: id,
        unit: z.string(),
        people: z.array(z.object({ personId: id, name: z.string(), post: z.enum(dutyPosts), phone: words })),
      }),
    ),
  })
  .meta({ id: 'OnDutyAbove' });
export type OnDutyAbove = z.infer<typeof onDutyAbove>;

export const readOnDutyAbove = route({
  method: 'get',
  path: '/me/on-duty',
  tags: ['workforce'],
  summary: '此刻谁值班：本人所在单位和各上级，近的在前；号码已遮盖',
  access: 'workforce.readWatch',
  responses: { 200: json('值班人', onDutyAbove), 401: refused, 403: refused },
});

export const dialOnDuty = route({
  method: 'post',
  path: '/me/on-duty/calls',
  tags: ['workforce'],
  summary: '拨打值班电话：给出完整号码，留痕',
  access: 'workforce.readWatch',
  request: { body: body(z.strictObject({ personId: id })) },
  responses: { 200: json('号码', z.object({ number: z.string() })), ...guarded },
});
