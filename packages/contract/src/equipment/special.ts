import {
  changeSpecialStateInput,
  editSpecialInput,
  endOperatorInput,
  inspectionKinds,
  inspectionResults,
  nameOperatorInput,
  recordInspectionInput,
  registerSpecialInput,
  registrations,
  specialCategories,
  specialFilter,
  specialStandings,
  specialStates,
} from '@changming/domain/equipment';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';
import { guarded, ledgerRow, made, maybeDay, oneEquipment, paged, words, workbook } from './shared.ts';

const shown = {
  id,
  unitId: id,
  unit: z.string(),
  ownNo: words,
  name: z.string(),
  category: z.enum(specialCategories),
  model: words,
  registration: z.enum(registrations),
  registerNo: words,
  useFrom: maybeDay,
  state: z.enum(specialStates),
  stateSince: z.iso.date(),
  inspectedOn: maybeDay,
  inspectionResult: z.enum(inspectionResults).nullable(),
  nextDueOn: maybeDay,
  pointId: id.nullable(),
  point: words,
  keeperId: id.nullable(),
  keeper: words,
  keeperWords: words,
  remark: words,
  version: z.int(),
  standing: z.enum(specialStandings),
};
export const specialEquipment = z.object(shown).meta({ id: 'SpecialEquipment' });
export type SpecialEquipment = z.infer<typeof specialEquipment>;

const inspection = z.object({
  id,
  kind: z.enum(inspectionKinds),
  on: z.iso.date(),
  result: z.enum(inspectionResults),
  nextDueOn: maybeDay,
  reportNo: words,
  agency: words,
  by: words,
  recordedAt: z.iso.datetime(),
  corrected: z.boolean(),
});
const operator = z.object({
  id,
  personId: id,
  name: words,
  certificateKind: words,
  /** Its last digits alone. */
  certificateNo: words,
  validTo: maybeDay,
  from: z.iso.date(),
  to: maybeDay,
  expired: z.boolean(),
});

export const specialDetail = z
  .object({
    ...shown,
    origin: z.enum(['recorded', 'opening']),
    /** It may not be used, and is. */
    stopUse: z.boolean(),
    suggestsMajor: z.boolean(),
    today: z.iso.date(),
    may: z.object({ edit: z.boolean(), changeState: z.boolean() }),
    states: z.array(
      z.object({ state: z.enum(specialStates), from: z.iso.date(), reason: z.string(), by: words, recordedAt: z.iso.datetime() }),
    ),
    inspections: z.array(inspection),
    operators: z.array(operator),
    ledgerRows: z.array(ledgerRow),
  })
  .meta({ id: 'SpecialEquipmentDetail' });
export type SpecialDetail = z.infer<typeof specialDetail>;

export const listSpecial = route({
  method: 'get',
  path: '/equipment/special',
  tags: ['equipment'],
  summary: '特种设备台账',
  access: 'equipment.read',
  request: { query: specialFilter },
  responses: { 200: json('特种设备', paged(specialEquipment)), ...guarded },
});

export const exportSpecial = route({
  method: 'post',
  path: '/equipment/special/documents',
  tags: ['equipment'],
  summary: '导出特种设备台账（列与导入相同）',
  access: 'equipment.export',
  request: { query: specialFilter.omit({ after: true, limit: true }) },
  responses: { ...workbook, ...guarded, 503: refused },
});

export const readSpecial = route({
  method: 'get',
  path: '/equipment/special/{equipmentId}',
  tags: ['equipment'],
  summary: '特种设备详情：状态、检验、作业人员、台账来源',
  access: 'equipment.read',
  request: { params: oneEquipment },
  responses: { 200: json('特种设备', specialDetail), ...guarded },
});

export const registerSpecial = route({
  method: 'post',
  path: '/equipment/special',
  tags: ['equipment'],
  summary: '登记特种设备',
  access: 'equipment.edit',
  request: { body: body(registerSpecialInput) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const editSpecial = route({
  method: 'patch',
  path: '/equipment/special/{equipmentId}',
  tags: ['equipment'],
  summary: '修改特种设备',
  access: 'equipment.edit',
  request: { params: oneEquipment, body: body(editSpecialInput.omit({ equipmentId: true })) },
  responses: { 200: json('已修改', z.object({ id, version: z.int() })), ...guarded },
});

export const recordInspection = route({
  method: 'post',
  path: '/equipment/special/{equipmentId}/inspections',
  tags: ['equipment'],
  summary: '登记检验；correctsId 更正一条填错的记录',
  access: 'equipment.edit',
  request: { params: oneEquipment, body: body(recordInspectionInput.omit({ equipmentId: true })) },
  responses: { 201: json('已登记', made), ...guarded },
});

export const changeSpecialState = route({
  method: 'post',
  path: '/equipment/special/{equipmentId}/states',
  tags: ['equipment'],
  summary: '停用、启用、报废',
  access: 'equipment.changeState',
  request: { params: oneEquipment, body: body(changeSpecialStateInput.omit({ equipmentId: true })) },
  responses: { 201: json('已变更', z.object({ id, state: z.enum(specialStates) })), ...guarded },
});

export const nameOperator = route({
  method: 'post',
  path: '/equipment/special/{equipmentId}/operators',
  tags: ['equipment'],
  summary: '指定作业人员',
  access: 'equipment.edit',
  request: { params: oneEquipment, body: body(nameOperatorInput.omit({ equipmentId: true })) },
  responses: { 201: json('已指定', made), ...guarded },
});

export const endOperator = route({
  method: 'post',
  path: '/equipment/special/{equipmentId}/operators/{operatorId}/ending',
  tags: ['equipment'],
  summary: '解除作业人员',
  access: 'equipment.edit',
  request: {
    params: z.strictObject({ equipmentId: id, operatorId: id }),
    body: body(endOperatorInput.omit({ equipmentId: true, operatorId: true })),
  },
  responses: { 204: done('已解除'), ...guarded },
});
