import { id } from '@changming/domain/kernel';
import {
  createPersonInput,
  dutyKinds,
  editPersonInput,
  handOverInput,
  leaveInput,
  numberTakenInput,
  personFilter,
  pickInput,
  rejoinInput,
  unmaskInput,
} from '@changming/domain/workforce';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';
import { guarded, onPerson, person, personDetail } from './shapes.ts';

const versioned = z.object({ id, version: z.int() });
const turned = z.object({ ended: z.int(), passedOn: z.int(), handedOver: z.int() });

export const listPersons = route({
  method: 'get',
  path: '/workforce/persons',
  tags: ['workforce'],
  summary: '人员（号码已遮盖）',
  access: 'workforce.read',
  request: { query: personFilter },
  responses: { 200: json('人员', z.object({ items: z.array(person), next: z.string().nullable(), tooMany: z.boolean() })), ...guarded },
});

export const readPerson = route({
  method: 'get',
  path: '/workforce/persons/{personId}',
  tags: ['workforce'],
  summary: '人员详情、任职与请假；ETag 为当前版本',
  access: 'workforce.read',
  request: { params: onPerson },
  responses: { 200: json('人员', personDetail), ...guarded },
});

export const createPerson = route({
  method: 'post',
  path: '/workforce/persons',
  tags: ['workforce'],
  summary: '新增人员',
  access: 'workforce.edit',
  request: { body: body(createPersonInput) },
  responses: { 201: json('已新增', versioned), ...guarded },
});

export const editPerson = route({
  method: 'put',
  path: '/workforce/persons/{personId}',
  tags: ['workforce'],
  summary: '修改人员；带 If-Match。号码不填则不变，null 为删除',
  access: 'workforce.edit',
  request: { params: onPerson, body: body(editPersonInput.omit({ personId: true, version: true })) },
  responses: { 200: json('已修改', versioned), ...guarded, 412: refused, 428: refused },
});

export const rejoin = route({
  method: 'post',
  path: '/workforce/persons/{personId}/rejoining',
  tags: ['workforce'],
  summary: '登记返岗',
  access: 'workforce.edit',
  request: { params: onPerson, body: body(rejoinInput.omit({ personId: true })) },
  responses: { 200: json('已返岗', versioned), ...guarded },
});

export const leave = route({
  method: 'post',
  path: '/workforce/persons/{personId}/leaving',
  tags: ['workforce'],
  summary: '登记离职：任职全部结束，未办结的事交给接手人',
  access: 'workforce.edit',
  request: { params: onPerson, body: body(leaveInput.omit({ personId: true })) },
  responses: { 200: json('已离职', turned), ...guarded },
});

export const handOver = route({
  method: 'post',
  path: '/workforce/persons/{personId}/handover',
  tags: ['workforce'],
  summary: '交接（不离职）',
  access: 'workforce.edit',
  request: { params: onPerson, body: body(handOverInput.omit({ personId: true })) },
  responses: { 200: json('已交接', turned), ...guarded },
});

export const readDuties = route({
  method: 'get',
  path: '/workforce/persons/{personId}/duties',
  tags: ['workforce'],
  summary: '需要交接的事',
  access: 'workforce.edit',
  request: { params: onPerson },
  responses: {
    200: json('需要交接的事', z.object({ duties: z.array(z.object({ kind: z.enum(dutyKinds), count: z.int() })), elsewhere: z.int() })),
    ...guarded,
  },
});

export const unmask = route({
  method: 'post',
  path: '/workforce/persons/{personId}/unmasking',
  tags: ['workforce'],
  summary: '查看完整号码，须填事由并留痕',
  access: 'workforce.unmask',
  request: { params: onPerson, body: body(unmaskInput.omit({ personId: true })) },
  responses: { 200: json('完整号码', z.object({ number: z.string() })), ...guarded },
});

export const findByIdentity = route({
  method: 'post',
  path: '/workforce/identity-lookup',
  tags: ['workforce'],
  summary: '证件号查重（管辖范围外只答是否已登记）',
  access: 'workforce.edit',
  request: { body: body(numberTakenInput) },
  responses: {
    200: json(
      '是否已登记',
      z.object({
        taken: z.boolean(),
        person: z.object({ id, name: z.string(), staffNo: z.string().nullable(), leftOn: z.iso.date().nullable() }).nullable(),
      }),
    ),
    ...guarded,
  },
});

export const pickByStaffNo = route({
  method: 'post',
  path: '/workforce/picking',
  tags: ['workforce'],
  summary: '按工号批量选人，最多 1000 个',
  access: 'workforce.read',
  request: { body: body(pickInput) },
  responses: {
    200: json(
      '选人结果',
      z.object({
        found: z.array(
          z.object({ id, staffNo: z.string(), name: z.string(), unitId: id, unit: z.string(), leftOn: z.iso.date().nullable() }),
        ),
        missing: z.array(z.string()),
        outside: z.array(z.string()),
      }),
    ),
    ...guarded,
  },
});
