import { id } from '@changming/domain/kernel';
import {
  closePointInput,
  createPointInput,
  determineKeyInput,
  editPointInput,
  endKeyInput,
  keepPointInput,
  plateCodeInput,
  plateFilter,
  pointFilter,
  pointKinds,
  sheetKinds,
} from '@changming/domain/points';
import { z } from 'zod';

import { body, done, json, refused, route } from './route.ts';

const shown = {
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(pointKinds),
  /** 编号 the office gives it. */
  ownNo: z.string().nullable(),
  place: z.string().nullable(),
  remark: z.string().nullable(),
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

export const exportPoints = route({
  method: 'post',
  path: '/points/documents',
  tags: ['points'],
  summary: '导出点位台账',
  access: 'points.export',
  request: { query: pointFilter.omit({ after: true, limit: true }) },
  responses: {
    200: {
      description: '文件',
      content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } },
    },
    ...guarded,
    503: refused,
  },
});

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

export * from './points/sheets.ts';
