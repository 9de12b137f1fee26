import { id } from '@changming/domain/kernel';
import {
  changeFilter,
  changeKinds,
  dedicatedCauses,
  dedicatedFilter,
  registerChangeInput,
  withdrawChangeInput,
} from '@changming/domain/training';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, made, maybeDay, paged, words } from './shared.ts';

const reading = { method: 'get' as const, tags: ['training'], access: 'training.read' as const };
const planning = { method: 'post' as const, tags: ['training'], access: 'training.plan' as const };

export const dedicated = z
  .object({
    id,
    personId: id,
    name: z.string(),
    staffNo: words,
    unitId: id,
    unit: z.string(),
    cause: z.enum(dedicatedCauses),
    aboutId: id,
    about: words,
    causeOn: z.iso.date(),
    dueOn: z.iso.date(),
    hoursOwed: z.number(),
    hours: z.number(),
    metOn: maybeDay,
  })
  .meta({ id: 'DedicatedTraining' });
export type DedicatedTraining = z.infer<typeof dedicated>;

export const listDedicated = route({
  ...reading,
  path: '/training/dedicated',
  summary: '专项应训：四新、粉尘岗位、特种作业复审前学时',
  request: { query: dedicatedFilter },
  responses: { 200: json('专项应训', paged(dedicated)), ...guarded },
});

export const change = z
  .object({
    id,
    unitId: id,
    unit: z.string(),
    kind: z.enum(changeKinds),
    title: z.string(),
    note: words,
    fromOn: z.iso.date(),
    classHours: z.number(),
    sessionId: id.nullable(),
    people: z.int(),
    met: z.int(),
    withdrawnOn: maybeDay,
    withdrawnReason: words,
  })
  .meta({ id: 'TrainingChange' });
export type TrainingChange = z.infer<typeof change>;

export const listChanges = route({
  ...reading,
  path: '/training/changes',
  summary: '四新台账：新工艺、新技术、新材料、新设备',
  request: { query: changeFilter },
  responses: { 200: json('四新', paged(change)), ...guarded },
});

export const registerChange = route({
  ...planning,
  path: '/training/changes',
  summary: '四新登记：布置使用前的培训',
  request: { body: body(registerChangeInput) },
  responses: { 201: json('已登记', z.object({ id, expected: z.int() })), ...guarded },
});

export const withdrawChange = route({
  ...planning,
  path: '/training/changes/{changeId}/withdrawal',
  summary: '撤销四新登记',
  request: { params: z.strictObject({ changeId: id }), body: body(withdrawChangeInput.omit({ changeId: true })) },
  responses: { 200: json('已撤销', made), ...guarded },
});
