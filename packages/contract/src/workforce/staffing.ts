import { id } from '@changming/domain/kernel';
import { poolFilter, posts, setBodiesInput, setPartTimeInput, staffingFailures, staffingFilter } from '@changming/domain/workforce';
import { z } from 'zod';

import { body, done, json, route } from '../route.ts';
import { guarded } from './shapes.ts';

const day = z.iso.date();
const failures = z.array(z.enum(staffingFailures));

export const staffing = z
  .object({
    unitId: id,
    unit: z.string(),
    headcount: z.int(),
    highRisk: z.boolean(),
    required: z.object({ bodyOrFullTime: z.boolean(), fullTime: z.int(), director: z.boolean(), committee: z.boolean() }),
    staff: z.object({
      fullTime: z.int(),
      partTime: z.int(),
      organisation: z.boolean(),
      director: z.boolean(),
      committee: z.boolean(),
    }),
    failures,
    vacantSince: day.nullable(),
    compliant: z.boolean(),
    organisationOn: day.nullable(),
    committeeOn: day.nullable(),
    months: z.array(z.object({ end: day, compliant: z.boolean(), failures, vacantSince: day.nullable(), headcount: z.int() })),
  })
  .meta({ id: 'Staffing' });
export type Staffing = z.infer<typeof staffing>;

export const listStaffing = route({
  method: 'get',
  path: '/workforce/staffing',
  tags: ['workforce'],
  summary: '安全管理机构和人员配备：应配、现有、缺什么、各月末是否达标',
  access: 'workforce.read',
  request: { query: staffingFilter },
  responses: { 200: json('配备', z.object({ items: z.array(staffing), on: day })), ...guarded },
});

export const officer = z
  .object({
    /** The appointment's. */
    id,
    personId: id,
    /** Null: the person is outside the caller's branch. */
    name: z.string().nullable(),
    unitId: id,
    unit: z.string(),
    post: z.enum(posts),
    from: day,
    partTime: z.boolean(),
  })
  .meta({ id: 'SafetyOfficer' });
export type Officer = z.infer<typeof officer>;

export const listOfficers = route({
  method: 'get',
  path: '/workforce/units/{unitId}/safety-officers',
  tags: ['workforce'],
  summary: '单位及下级现任的安全员、安全总监，专职或兼职',
  access: 'workforce.read',
  request: { params: z.strictObject({ unitId: id }) },
  responses: { 200: json('安全员', z.object({ items: z.array(officer) })), ...guarded },
});

export const setBodies = route({
  method: 'put',
  path: '/workforce/units/{unitId}/safety-bodies',
  tags: ['workforce'],
  summary: '登记安全管理机构和安委会的设立日期',
  access: 'workforce.edit',
  request: { params: z.strictObject({ unitId: id }), body: body(setBodiesInput.omit({ unitId: true })) },
  responses: { 204: done('已登记'), ...guarded },
});

export const setPartTime = route({
  method: 'put',
  path: '/workforce/appointments/{appointmentId}/part-time',
  tags: ['workforce'],
  summary: '登记安全员专职或兼职',
  access: 'workforce.edit',
  request: { params: z.strictObject({ appointmentId: id }), body: body(setPartTimeInput.omit({ appointmentId: true })) },
  responses: { 204: done('已登记'), ...guarded },
});

export const pooled = z
  .object({
    id,
    name: z.string(),
    staffNo: z.string().nullable(),
    title: z.string().nullable(),
    unitId: id,
    unit: z.string(),
    certificates: z.array(z.object({ item: z.string(), name: z.string(), nameEn: z.string(), validUntil: day.nullable() })),
  })
  .meta({ id: 'Pooled' });
export type Pooled = z.infer<typeof pooled>;

export const listPool = route({
  method: 'get',
  path: '/workforce/pool',
  tags: ['workforce'],
  summary: '安全人才库：有安全资格、不在安全岗位的人',
  access: 'workforce.read',
  request: { query: poolFilter },
  responses: { 200: json('人才库', z.object({ items: z.array(pooled), more: z.boolean() })), ...guarded },
});
