import { id } from '@changming/domain/kernel';
import { createUnitInput, unitChildrenFilter, unitFlags, unitKinds, unitSearchFilter } from '@changming/domain/units';
import { z } from 'zod';

import { body, json, refused, route } from './route.ts';

const summary = { id, code: z.string(), name: z.string(), kind: z.enum(unitKinds), parentId: id.nullable(), closedOn: z.iso.date().nullable() };

export const unitNode = z.object({ ...summary, hasChildren: z.boolean() }).meta({ id: 'UnitNode' });
export type UnitNode = z.infer<typeof unitNode>;

export const unitFound = z.object({ ...summary, path: z.string() }).meta({ id: 'UnitFound' });
export type UnitFound = z.infer<typeof unitFound>;

export const unitDetail = z
  .object({
    ...summary,
    version: z.int(),
    shortNames: z.array(z.string()),
    openedOn: z.iso.date(),
    profile: z.object({
      headcount: z.int().nullable(),
      province: z.string().nullable(),
      industry: z.string().nullable(),
      flags: z.array(z.enum(unitFlags)),
    }),
    path: z.array(z.object({ id, name: z.string() })),
  })
  .meta({ id: 'Unit' });
export type UnitDetail = z.infer<typeof unitDetail>;

export const listChildren = route({
  method: 'get',
  path: '/units',
  tags: ['units'],
  summary: '下级单位',
  access: 'units.read',
  request: { query: unitChildrenFilter },
  responses: { 200: json('下级单位', z.object({ items: z.array(unitNode) })), 401: refused, 403: refused, 422: refused },
});

export const searchUnits = route({
  method: 'get',
  path: '/units/search',
  tags: ['units'],
  summary: '按名称、拼音首字母或代码查找单位',
  access: 'units.read',
  request: { query: unitSearchFilter },
  responses: { 200: json('找到的单位', z.object({ items: z.array(unitFound) })), 401: refused, 403: refused, 422: refused },
});

export const readUnit = route({
  method: 'get',
  path: '/units/{unitId}',
  tags: ['units'],
  summary: '单位',
  access: 'units.read',
  request: { params: z.strictObject({ unitId: id }) },
  responses: { 200: json('单位', unitDetail), 401: refused, 403: refused, 404: refused },
});

export const createUnit = route({
  method: 'post',
  path: '/units',
  tags: ['units'],
  summary: '新设单位',
  access: 'units.create',
  request: { body: body(createUnitInput) },
  responses: { 201: json('已新设', z.object({ id })), 401: refused, 403: refused, 404: refused, 409: refused, 422: refused },
});
