import {
  checkFireInput,
  checkPlaceInput,
  editFireInput,
  fireCheckKinds,
  fireConditions,
  fireFilter,
  fireKinds,
  fireStandings,
  placeCheckFilter,
  placeCheckKinds,
  registerFireInput,
  scrapFireInput,
  spotItems,
  spotMissReasons,
} from '@changming/domain/equipment';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';
import { guarded, ledgerRow, made, maybeDay, oneEquipment, paged, words, workbook } from './shared.ts';

const told = {
  id,
  unitId: id,
  unit: z.string(),
  no: words,
  kind: z.enum(fireKinds),
  name: words,
  model: words,
  place: words,
  pointId: id.nullable(),
  point: words,
  /** A month or a day, as precise as the label. */
  madeOn: words,
  servicedOn: words,
  scrapStatedOn: words,
  serviceDueOn: maybeDay,
  scrapDueOn: maybeDay,
  condition: z.enum(fireConditions),
  conditionOn: z.iso.date(),
  keeperId: id.nullable(),
  keeper: words,
  keeperWords: words,
  remark: words,
  version: z.int(),
  standing: z.enum(fireStandings),
};
export const fireEquipment = z.object({ ...told, checkDueOn: maybeDay, checkedOn: maybeDay }).meta({ id: 'FireEquipment' });
export type FireEquipment = z.infer<typeof fireEquipment>;

const check = z.object({
  id,
  kind: z.enum(fireCheckKinds),
  on: z.iso.date(),
  condition: z.enum(fireConditions),
  items: z.partialRecord(z.enum(spotItems), z.enum(['right', 'wrong', 'none'])),
  reading: words,
  note: words,
  scanned: z.boolean(),
  by: words,
  recordedAt: z.iso.datetime(),
  /** The phone's clock said what cannot be: the day is that of its arrival. */
  clockSuspect: z.boolean(),
  corrected: z.boolean(),
  /** The hazard that its defect became. */
  hazardId: id.nullable(),
  photos: z.array(z.object({ subjectId: id, evidenceId: id.nullable() })),
});

/** A look-over owed within these days; of one that was missed the unit that owed it, and why where somebody said so. */
const duty = z.object({
  from: z.iso.date(),
  dueOn: z.iso.date(),
  checkedOn: maybeDay,
  unitId: id,
  reason: z.enum(spotMissReasons).nullable(),
  note: words,
  reasonBy: words,
});

export const fireDetail = z
  .object({
    ...told,
    scrappedOn: maybeDay,
    scrapReason: words,
    origin: z.enum(['recorded', 'opening']),
    today: z.iso.date(),
    may: z.object({ edit: z.boolean(), check: z.boolean(), changeState: z.boolean(), explain: z.boolean() }),
    checks: z.array(check),
    duties: z.array(duty),
    ledgerRows: z.array(ledgerRow),
  })
  .meta({ id: 'FireEquipmentDetail' });
export type FireDetail = z.infer<typeof fireDetail>;

/** 回执. Each photo still awaited is sent as evidence of `subjectId`: of the hazard where the defect became one, of the check otherwise. */
export const fireReceipt = z
  .object({
    id,
    photos: z.object({
      declared: z.int(),
      missing: z.array(z.object({ sha256: z.string(), subjectId: id })),
      complete: z.boolean(),
    }),
  })
  .meta({ id: 'FireReceipt' });
export type FireReceipt = z.infer<typeof fireReceipt>;

export const listFire = route({
  method: 'get',
  path: '/equipment/fire',
  tags: ['equipment'],
  summary: '消防器材台账',
  access: 'equipment.read',
  request: { query: fireFilter },
  responses: { 200: json('消防器材', paged(fireEquipment)), ...guarded },
});

export const exportFire = route({
  method: 'post',
  path: '/equipment/fire/documents',
  tags: ['equipment'],
  summary: '导出消防器材台账（列与导入相同）',
  access: 'equipment.export',
  request: { query: fireFilter.omit({ after: true, limit: true }) },
  responses: { ...workbook, ...guarded, 503: refused },
});

export const readFire = route({
  method: 'get',
  path: '/equipment/fire/{equipmentId}',
  tags: ['equipment'],
  summary: '消防器材详情：检查记录、点检任务、台账来源',
  access: 'equipment.read',
  request: { params: oneEquipment },
  responses: { 200: json('消防器材', fireDetail), ...guarded },
});

export const registerFire = route({
  method: 'post',
  path: '/equipment/fire',
  tags: ['equipment'],
  summary: '登记消防器材',
  access: 'equipment.edit',
  request: { body: body(registerFireInput) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const editFire = route({
  method: 'patch',
  path: '/equipment/fire/{equipmentId}',
  tags: ['equipment'],
  summary: '修改消防器材',
  access: 'equipment.edit',
  request: { params: oneEquipment, body: body(editFireInput.omit({ equipmentId: true })) },
  responses: { 200: json('已修改', z.object({ id, version: z.int() })), ...guarded },
});

export const checkFire = route({
  method: 'post',
  path: '/equipment/fire/{equipmentId}/checks',
  tags: ['equipment'],
  summary: '点检、维修、年度检测；plate 为现场扫到的点位码',
  access: 'equipment.check',
  request: { params: oneEquipment, body: body(checkFireInput.omit({ equipmentId: true })) },
  responses: { 201: json('回执', fireReceipt), ...guarded },
});

export const scrapFire = route({
  method: 'post',
  path: '/equipment/fire/{equipmentId}/scrapping',
  tags: ['equipment'],
  summary: '报废',
  access: 'equipment.changeState',
  request: { params: oneEquipment, body: body(scrapFireInput.omit({ equipmentId: true })) },
  responses: { 200: json('已报废', made), ...guarded },
});

export const placeCheck = z
  .object({
    id,
    unitId: id,
    unit: z.string(),
    pointId: id.nullable(),
    point: words,
    kind: z.enum(placeCheckKinds),
    on: z.iso.date(),
    passed: z.boolean(),
    readings: z.array(z.object({ name: z.string(), value: z.string() })),
    reportNo: words,
    note: words,
    by: words,
  })
  .meta({ id: 'PlaceCheck' });
export type PlaceCheck = z.infer<typeof placeCheck>;

export const listPlaceChecks = route({
  method: 'get',
  path: '/equipment/place-checks',
  tags: ['equipment'],
  summary: '消防检查：疏散通道、消防泵运行、建筑消防设施检测',
  access: 'equipment.read',
  request: { query: placeCheckFilter },
  responses: { 200: json('检查', paged(placeCheck)), ...guarded },
});

export const checkPlace = route({
  method: 'post',
  path: '/equipment/place-checks',
  tags: ['equipment'],
  summary: '登记消防检查',
  access: 'equipment.check',
  request: { body: body(checkPlaceInput) },
  responses: { 201: json('已登记', made), ...guarded },
});
