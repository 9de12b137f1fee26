import { hazardFilter, listingFilter, peopleFilter, queueFilter } from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Access, body, done, json, refused, route } from '../route.ts';
import { hazardDetail } from './page.ts';
import { counts, ledgerPage, ownTask, person, requestPage, toListPage } from './shapes.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

function ledger<const Path extends string, const May extends Access>(path: Path, access: May, summary: string) {
  return route({
    method: 'get',
    path,
    tags: ['hazards'],
    summary,
    access,
    request: { query: hazardFilter },
    responses: { 200: json('隐患台账', ledgerPage), ...guarded },
  });
}

function queue<const Path extends string, const May extends Access>(path: Path, access: May, summary: string) {
  return route({
    method: 'get',
    path,
    tags: ['hazards'],
    summary,
    access,
    request: { query: queueFilter },
    responses: { 200: json('待办', ledgerPage), ...guarded },
  });
}

export const listHazards = ledger('/hazards', 'hazards.read', '隐患台账');
export const listToTriage = queue('/hazard-queues/triage', 'hazards.triage', '待定级，重大和疑似重大在前，再按期限');
export const listToAccept = queue('/hazard-queues/acceptance', 'hazards.accept', '待验收，重大和疑似重大在前，再按期限');
export const listToList = route({
  method: 'get',
  path: '/hazard-queues/listing',
  tags: ['hazards'],
  summary: '待挂牌督办：建议挂牌而未挂牌的隐患及理由，逾期最久的在前',
  access: 'hazards.read',
  request: { query: listingFilter },
  responses: { 200: json('待挂牌督办', toListPage), ...guarded },
});
export const listRequests = route({
  method: 'get',
  path: '/hazard-queues/requests',
  tags: ['hazards'],
  summary: '待我审批：等我决定的延期、作废、治理方案和摘牌申请，期限近的在前',
  access: 'hazards.decideExtension',
  request: { query: listingFilter },
  responses: { 200: json('待我审批', requestPage), ...guarded },
});
export const listOwnReports = ledger('/me/hazard-reports', 'hazards.follow', '我上报的隐患');

export const listOwnTasks = route({
  method: 'get',
  path: '/me/hazard-tasks',
  tags: ['hazards'],
  summary: '我的整改与回头看任务',
  access: 'hazards.follow',
  responses: { 200: json('任务', z.object({ items: z.array(ownTask) })), ...guarded },
});

const ownPlace = z.object({
  unitId: id,
  unit: z.string(),
  pointId: id.nullable(),
  point: z.string().nullable(),
  plateCode: z.string().nullable(),
  place: z.string().nullable(),
});

export const listOwnPlaces = route({
  method: 'get',
  path: '/me/places',
  tags: ['hazards'],
  summary: '我最近上报的位置与所在单位',
  access: 'hazards.report',
  responses: {
    200: json('位置', z.object({ lately: z.array(ownPlace), own: z.object({ unitId: id, unit: z.string() }).nullable() })),
    ...guarded,
  },
});

export const listPeople = route({
  method: 'get',
  path: '/hazard-people',
  tags: ['hazards'],
  summary: '可以下达整改的人员（只有姓名和单位）',
  access: 'hazards.plan',
  request: { query: peopleFilter },
  responses: { 200: json('人员', z.object({ items: z.array(person) })), ...guarded },
});

export const readHazard = route({
  method: 'get',
  path: '/hazards/{hazardId}',
  tags: ['hazards'],
  summary: '隐患',
  access: 'hazards.follow',
  request: { params: z.strictObject({ hazardId: id }) },
  responses: { 200: json('隐患', hazardDetail), ...guarded },
});

export const countHazards = route({
  method: 'get',
  path: '/hazard-counts',
  tags: ['hazards'],
  summary: '按环节和等级统计，可按关键词',
  access: 'hazards.read',
  request: { query: hazardFilter.pick({ unitId: true, withBelow: true, text: true }) },
  responses: { 200: json('统计', counts), ...guarded },
});

const view = z.object({ id, name: z.string(), filter: z.record(z.string(), z.unknown()) }).meta({ id: 'HazardView' });

export const listViews = route({
  method: 'get',
  path: '/me/hazard-views',
  tags: ['hazards'],
  summary: '我的视图',
  access: 'hazards.saveView',
  responses: { 200: json('视图', z.object({ items: z.array(view) })), ...guarded },
});

export const saveView = route({
  method: 'post',
  path: '/me/hazard-views',
  tags: ['hazards'],
  summary: '保存视图',
  access: 'hazards.saveView',
  request: { body: body(z.strictObject({ name: z.string().min(1).max(40), filter: z.record(z.string(), z.unknown()) })) },
  responses: { 201: json('已保存', z.object({ id })), ...guarded },
});

export const forgetView = route({
  method: 'delete',
  path: '/me/hazard-views/{viewId}',
  tags: ['hazards'],
  summary: '删除视图',
  access: 'hazards.saveView',
  request: { params: z.strictObject({ viewId: id }) },
  responses: { 204: done('已删除'), ...guarded },
});
