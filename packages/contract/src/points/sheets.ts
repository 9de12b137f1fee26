import { id } from '@changming/domain/kernel';
import {
  createSheetInput,
  issueSheetInput,
  placePointInput,
  plateCodeInput,
  sheetFilter,
  sheetKinds,
  sheetStates,
  withdrawSheetInput,
} from '@changming/domain/points';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;

const sheetShown = {
  id,
  kind: z.enum(sheetKinds),
  name: z.string(),
  unitId: id,
  unit: z.string(),
  pointId: id.nullable(),
  point: z.string().nullable(),
  planId: id.nullable(),
  openedOn: z.iso.date(),
  closedOn: z.iso.date().nullable(),
  version: z.int(),
  /** The version in force; null before the first one. */
  number: z.int().nullable(),
  code: z.string().nullable(),
  evidenceId: id.nullable(),
  issuedOn: z.iso.date().nullable(),
};
export const sheet = z.object(sheetShown).meta({ id: 'PointSheet' });
export type Sheet = z.infer<typeof sheet>;

const sheetVersion = z.object({
  id,
  number: z.int(),
  code: z.string(),
  evidenceId: id.nullable(),
  note: z.string().nullable(),
  issuedOn: z.iso.date(),
  replacedOn: z.iso.date().nullable(),
  issuedBy: z.string().nullable(),
});
/** `x` and `y` are ten-thousandths of the width and height. */
const place = z.object({ pointId: id, name: z.string(), unit: z.string(), code: z.string(), x: z.int(), y: z.int() });
export const sheetDetail = z
  .object({ ...sheetShown, versions: z.array(sheetVersion), places: z.array(place) })
  .meta({ id: 'PointSheetDetail' });
export type SheetDetail = z.infer<typeof sheetDetail>;

const oneSheet = z.strictObject({ sheetId: id });
const onePlace = z.strictObject({ sheetId: id, pointId: id });
const issued = z.object({ id, number: z.int(), code: z.string() });

export const listSheets = route({
  method: 'get',
  path: '/points/sheets',
  tags: ['points'],
  summary: '图纸：平面图、定置图、疏散图、消防器材分布图',
  access: 'points.read',
  request: { query: sheetFilter },
  responses: { 200: json('图纸', z.object({ items: z.array(sheet), next: z.string().nullable() })), ...guarded },
});

export const readSheet = route({
  method: 'get',
  path: '/points/sheets/{sheetId}',
  tags: ['points'],
  summary: '图纸的各版，平面图上的点位',
  access: 'points.read',
  request: { params: oneSheet },
  responses: { 200: json('图纸', sheetDetail), ...guarded },
});

export const printSheet = route({
  method: 'get',
  path: '/points/sheets/{sheetId}/print.pdf',
  tags: ['points'],
  summary: '打印图纸的现行版（PDF，A3 横向，带核对码）',
  access: 'points.read',
  request: { params: oneSheet },
  responses: {
    200: { description: '文件', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
    ...guarded,
    503: refused,
  },
});

export const createSheet = route({
  method: 'post',
  path: '/points/sheets',
  tags: ['points'],
  summary: '新建图纸',
  access: 'points.edit',
  request: { body: body(createSheetInput) },
  responses: { 201: json('已新建', z.object({ id })), ...guarded },
});

export const issueSheet = route({
  method: 'post',
  path: '/points/sheets/{sheetId}/versions',
  tags: ['points'],
  summary: '发布图纸的新版（图片先按证据上传）',
  access: 'points.edit',
  request: { params: oneSheet, body: body(issueSheetInput.omit({ sheetId: true })) },
  responses: { 201: json('已发布', issued), ...guarded },
});

export const withdrawSheet = route({
  method: 'post',
  path: '/points/sheets/{sheetId}/withdrawal',
  tags: ['points'],
  summary: '停用图纸',
  access: 'points.edit',
  request: { params: oneSheet, body: body(withdrawSheetInput.omit({ sheetId: true })) },
  responses: { 204: done('已停用'), ...guarded },
});

export const placePoint = route({
  method: 'post',
  path: '/points/sheets/{sheetId}/places/{pointId}',
  tags: ['points'],
  summary: '把点位放到平面图上（坐标为宽、高的万分之几）',
  access: 'points.edit',
  request: { params: onePlace, body: body(placePointInput.omit({ sheetId: true, pointId: true })) },
  responses: { 200: json('已放好', z.object({ x: z.int(), y: z.int() })), ...guarded },
});

export const removePlace = route({
  method: 'delete',
  path: '/points/sheets/{sheetId}/places/{pointId}',
  tags: ['points'],
  summary: '把点位从平面图上取下',
  access: 'points.edit',
  request: { params: onePlace },
  responses: { 204: done('已取下'), ...guarded },
});

export const readSheetAtDoor = route({
  method: 'get',
  path: '/door/sheets/{code}',
  tags: ['points'],
  summary: '扫图上的码（未登录）：这一版是否有效',
  access: 'public',
  request: { params: z.strictObject({ code: plateCodeInput }) },
  responses: {
    200: json(
      '这一版',
      z.object({
        kind: z.enum(sheetKinds),
        number: z.int(),
        issuedOn: z.iso.date(),
        state: z.enum(sheetStates),
        until: z.iso.date().nullable(),
      }),
    ),
    404: refused,
    422: refused,
    429: refused,
  },
});
