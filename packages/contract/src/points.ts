import { id } from '@changming/domain/kernel';
import {
  closePointInput,
  createPointInput,
  createSheetInput,
  determineKeyInput,
  editPointInput,
  endKeyInput,
  issueSheetInput,
  keepPointInput,
  placePointInput,
  plateCodeInput,
  plateFilter,
  pointFilter,
  pointKinds,
  sheetFilter,
  sheetKinds,
  sheetStates,
  withdrawSheetInput,
} from '@changming/domain/points';
import { z } from 'zod';

import { body, done, json, refused, route } from './route.ts';

const shown = {
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(pointKinds),
  unitId: id,
  unit: z.string(),
  keeperId: id.nullable(),
  keeper: z.string().nullable(),
  /** 重点部位 */
  keyPosition: z.boolean(),
  closedOn: z.iso.date().nullable(),
  version: z.int(),
};
export const point = z.object(shown).meta({ id: 'Point' });
export type Point = z.infer<typeof point>;

const keeping = z.object({ personId: id, name: z.string(), from: z.iso.date(), to: z.iso.date().nullable() });
const keySpan = z.object({ reason: z.string(), from: z.iso.date(), to: z.iso.date().nullable(), ending: z.string().nullable() });
/** A sheet on the wall of a point, in force. */
export const hungSheet = z.object({
  id,
  kind: z.enum(sheetKinds),
  name: z.string(),
  number: z.int(),
  evidenceId: id,
  issuedOn: z.iso.date(),
});
export const pointDetail = z
  .object({ ...shown, openedOn: z.iso.date(), keepers: z.array(keeping), keySpans: z.array(keySpan), sheets: z.array(hungSheet) })
  .meta({ id: 'PointDetail' });
export type PointDetail = z.infer<typeof pointDetail>;

const onePoint = z.strictObject({ pointId: id });
const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;

export const listPoints = route({
  method: 'get',
  path: '/points',
  tags: ['points'],
  summary: '点位',
  access: 'points.read',
  request: { query: pointFilter },
  responses: { 200: json('点位', z.object({ items: z.array(point), next: z.string().nullable() })), ...guarded },
});

export const printPlates = route({
  method: 'get',
  path: '/points/plates.pdf',
  tags: ['points'],
  summary: '点位铭牌（PDF，A4 一页十张，最多 500 张）',
  access: 'points.read',
  request: { query: plateFilter },
  responses: {
    200: { description: '文件', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } },
    ...guarded,
    503: refused,
  },
});

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

export const determineKeyPosition = route({
  method: 'post',
  path: '/points/{pointId}/key-position',
  tags: ['points'],
  summary: '确定为重点部位',
  access: 'points.edit',
  request: { params: onePoint, body: body(determineKeyInput.omit({ pointId: true })) },
  responses: { 201: json('已确定', z.object({ from: z.iso.date() })), ...guarded },
});

export const endKeyPosition = route({
  method: 'post',
  path: '/points/{pointId}/key-position/ending',
  tags: ['points'],
  summary: '不再作为重点部位',
  access: 'points.edit',
  request: { params: onePoint, body: body(endKeyInput.omit({ pointId: true })) },
  responses: { 204: done('已取消'), ...guarded },
});

export const readPoint = route({
  method: 'get',
  path: '/points/{pointId}',
  tags: ['points'],
  summary: '点位详情与历任责任人',
  access: 'points.read',
  request: { params: onePoint },
  responses: { 200: json('点位', pointDetail), ...guarded },
});

export const readPlate = route({
  method: 'get',
  path: '/plates/{code}',
  tags: ['points'],
  summary: '扫码查点位（已登录）',
  access: 'hazards.report',
  request: { params: z.strictObject({ code: plateCodeInput }) },
  responses: { 200: json('点位', point), ...guarded },
});

export const readPlateAtDoor = route({
  method: 'get',
  path: '/door/plates/{code}',
  tags: ['points'],
  summary: '扫码查点位（未登录，只有名称）',
  access: 'public',
  request: { params: z.strictObject({ code: plateCodeInput }) },
  responses: { 200: json('点位', z.object({ name: z.string(), unit: z.string() })), 404: refused, 422: refused, 429: refused },
});

export const createPoint = route({
  method: 'post',
  path: '/points',
  tags: ['points'],
  summary: '新设点位',
  access: 'points.edit',
  request: { body: body(createPointInput) },
  responses: { 201: json('已新设', z.object({ id, code: z.string() })), ...guarded },
});

export const editPoint = route({
  method: 'patch',
  path: '/points/{pointId}',
  tags: ['points'],
  summary: '修改点位',
  access: 'points.edit',
  request: { params: onePoint, body: body(editPointInput.omit({ pointId: true })) },
  responses: { 200: json('已修改', z.object({ id, version: z.int() })), ...guarded },
});

export const closePoint = route({
  method: 'post',
  path: '/points/{pointId}/closing',
  tags: ['points'],
  summary: '停用点位',
  access: 'points.edit',
  request: { params: onePoint, body: body(closePointInput.omit({ pointId: true })) },
  responses: { 204: done('已停用'), ...guarded },
});

export const keepPoint = route({
  method: 'post',
  path: '/points/{pointId}/keeper',
  tags: ['points'],
  summary: '指定点位责任人',
  access: 'points.edit',
  request: { params: onePoint, body: body(keepPointInput.omit({ pointId: true })) },
  responses: { 200: json('已指定', z.object({ keeperId: id, from: z.iso.date() })), ...guarded },
});
