import { id } from '@changming/domain/kernel';
import {
  closeUnitInput,
  createUnitInput,
  editProfileInput,
  mergeUnitsInput,
  moveUnitInput,
  renameUnitInput,
  splitUnitInput,
  unitActs,
  unitChildrenFilter,
  unitFlags,
  unitKinds,
  unitPastFilter,
  unitSearchFilter,
} from '@changming/domain/units';
import { z } from 'zod';

import { body, json, refused, route } from './route.ts';

const summary = {
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  parentId: id.nullable(),
  closedOn: z.iso.date().nullable(),
};

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
      city: z.string().nullable(),
      industry: z.string().nullable(),
      flags: z.array(z.enum(unitFlags)),
      address: z.string().nullable(),
      remark: z.string().nullable(),
    }),
    path: z.array(z.object({ id, name: z.string() })),
  })
  .meta({ id: 'Unit' });
export type UnitDetail = z.infer<typeof unitDetail>;

const oneUnit = z.strictObject({ unitId: id });
const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
const changed = json('已变更', z.object({ id }));

export const unitChange = z
  .object({
    id,
    act: z.enum(unitActs),
    on: z.iso.date(),
    reason: z.string(),
    byPersonId: id.nullable(),
    by: z.string().nullable(),
    recordedAt: z.iso.datetime(),
    otherId: id.nullable(),
    otherName: z.string().nullable(),
  })
  .meta({ id: 'UnitChange' });
export type UnitChange = z.infer<typeof unitChange>;

export const listChildren = route({
  method: 'get',
  path: '/units',
  tags: ['units'],
  summary: '下级单位；可看过去某日（on）或当时所知（knownAt）的组织树',
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
  summary: '单位；可看过去某日的名称与归属',
  access: 'units.read',
  request: { params: oneUnit, query: unitPastFilter },
  responses: { 200: json('单位', unitDetail), 401: refused, 403: refused, 404: refused, 422: refused },
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

export const listChanges = route({
  method: 'get',
  path: '/units/{unitId}/changes',
  tags: ['units'],
  summary: '变更记录',
  access: 'units.read',
  request: { params: oneUnit },
  responses: { 200: json('变更记录', z.object({ items: z.array(unitChange) })), 401: refused, 403: refused, 404: refused },
});

export const editProfile = route({
  method: 'put',
  path: '/units/{unitId}/profile',
  tags: ['units'],
  summary: '修改单位概况；带 If-Match',
  access: 'units.editProfile',
  request: { params: oneUnit, body: body(editProfileInput.omit({ unitId: true, version: true })) },
  responses: { 200: json('已修改', z.object({ version: z.int() })), ...guarded, 412: refused, 428: refused },
});

export const renameUnit = route({
  method: 'post',
  path: '/units/{unitId}/renaming',
  tags: ['units'],
  summary: '更名',
  access: 'units.reorganise',
  request: { params: oneUnit, body: body(renameUnitInput.omit({ unitId: true })) },
  responses: { 200: changed, ...guarded },
});

export const moveUnit = route({
  method: 'post',
  path: '/units/{unitId}/move',
  tags: ['units'],
  summary: '划转',
  access: 'units.reorganise',
  request: { params: oneUnit, body: body(moveUnitInput.omit({ unitId: true })) },
  responses: { 200: changed, ...guarded },
});

export const mergeUnits = route({
  method: 'post',
  path: '/units/{unitId}/merger',
  tags: ['units'],
  summary: '并入另一单位',
  access: 'units.reorganise',
  request: { params: oneUnit, body: body(mergeUnitsInput.omit({ unitId: true })) },
  responses: { 200: json('已合并', z.object({ id, children: z.int(), followed: z.int() })), ...guarded },
});

export const splitUnit = route({
  method: 'post',
  path: '/units/{unitId}/split',
  tags: ['units'],
  summary: '拆分',
  access: 'units.reorganise',
  request: { params: oneUnit, body: body(splitUnitInput.omit({ unitId: true })) },
  responses: { 201: json('已拆分', z.object({ ids: z.array(id) })), ...guarded },
});

export const closeUnit = route({
  method: 'post',
  path: '/units/{unitId}/closing',
  tags: ['units'],
  summary: '撤销',
  access: 'units.reorganise',
  request: { params: oneUnit, body: body(closeUnitInput.omit({ unitId: true })) },
  responses: { 200: changed, ...guarded },
});
