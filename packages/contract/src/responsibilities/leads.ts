import { awaitedRecords, leadBoardFilter, leadCodes, leadPeriods, setQuotaInput } from '@changming/domain/responsibilities';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, route } from '../route.ts';
import { day, guarded, occurrence, saved, tags, words } from './shapes.ts';

export const readLeadBoard = route({
  method: 'get',
  path: '/responsibilities/leads',
  tags,
  summary: '五带头看板：每位主要负责人的次数要求和真实记录',
  access: 'responsibilities.read',
  request: { query: leadBoardFilter },
  responses: {
    200: json(
      '五带头',
      z.object({
        from: day,
        to: day,
        today: day,
        items: z.array(occurrence),
        awaited: z.array(z.object({ code: z.string(), awaited: z.array(z.enum(awaitedRecords)) })),
      }),
    ),
    ...guarded,
  },
});

export const listQuotas = route({
  method: 'get',
  path: '/responsibilities/quotas',
  tags,
  summary: '某单位主要负责人的五带头次数要求（含上级给出的）',
  access: 'responsibilities.read',
  request: { query: z.strictObject({ unitId: id }) },
  responses: {
    200: json(
      '次数要求',
      z.object({
        items: z.array(
          z.object({
            id: id.nullable(),
            code: z.enum(leadCodes),
            unitId: id.nullable(),
            unit: words,
            period: z.enum(leadPeriods),
            times: z.int(),
          }),
        ),
        maySet: z.boolean(),
      }),
    ),
    ...guarded,
  },
});

export const setQuota = route({
  method: 'post',
  path: '/responsibilities/quotas',
  tags,
  summary: '设定五带头次数（自下一期起）',
  access: 'responsibilities.setQuota',
  request: { body: body(setQuotaInput) },
  responses: { 201: saved, ...guarded },
});

export const endQuota = route({
  method: 'post',
  path: '/responsibilities/quotas/{quotaId}/ending',
  tags,
  summary: '取消本单位的次数要求',
  access: 'responsibilities.setQuota',
  request: { params: z.strictObject({ quotaId: id }) },
  responses: { 204: done('已取消'), ...guarded },
});
