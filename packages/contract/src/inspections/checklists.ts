import { keyAreas } from '@changming/domain/hazards';
import {
  checklistFilter,
  createChecklistInput,
  draftChecklistInput,
  publishChecklistInput,
  retireChecklistInput,
  roundKinds,
} from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, route } from '../route.ts';
import { checklistItem, guarded, instant, maybeDay, maybeInstant, tags, words } from './shapes.ts';

const shown = {
  id,
  code: z.string(),
  name: z.string(),
  nameEn: words,
  kind: z.enum(roundKinds),
  keyArea: z.enum(keyAreas),
  unitId: id,
  unit: z.string(),
  /** 扩展自. */
  baseId: id.nullable(),
  base: words,
  /** Of the newest published version; null while there is none. */
  number: z.int().nullable(),
  publishedAt: maybeInstant,
  items: z.int(),
  plans: z.int(),
  retiredOn: maybeDay,
  version: z.int(),
};
export const checklist = z.object(shown).meta({ id: 'Checklist' });
export type Checklist = z.infer<typeof checklist>;
export type ChecklistItemShown = z.infer<typeof checklistItem>;

const checklistVersion = z
  .object({
    id,
    number: z.int(),
    publishedAt: instant,
    publishedBy: words,
    /** True when it came with the product or followed a newer version of the base: nobody published it by hand. */
    followed: z.boolean(),
    note: words,
    items: z.int(),
  })
  .meta({ id: 'ChecklistVersionLine' });

export const checklistDetail = z
  .object({
    ...shown,
    /** What is asked today: the base's items and then the own ones. */
    published: z.array(checklistItem),
    /** The own items as they would be published. */
    draft: z.array(checklistItem),
    /** Whether publishing would change anything. */
    changed: z.boolean(),
    nextItemCode: z.string(),
    /** May the caller keep a draft of it, and publish it. */
    mayEdit: z.boolean(),
    mayPublish: z.boolean(),
    versions: z.array(checklistVersion),
    extensions: z.array(z.object({ id, code: z.string(), name: z.string(), unit: z.string() })),
  })
  .meta({ id: 'ChecklistDetail' });
export type ChecklistDetail = z.infer<typeof checklistDetail>;

export const publishedChecklist = z
  .object({
    checklistId: id,
    versionId: id,
    code: z.string(),
    name: z.string(),
    nameEn: words,
    kind: z.enum(roundKinds),
    number: z.int(),
    publishedAt: instant,
    items: z.array(checklistItem),
  })
  .meta({ id: 'PublishedChecklist' });
export type PublishedChecklist = z.infer<typeof publishedChecklist>;

const one = z.strictObject({ checklistId: id });

export const listChecklists = route({
  method: 'get',
  path: '/inspections/checklists',
  tags,
  summary: '检查表：集团的库、上级的和本支的',
  access: 'inspections.read',
  request: { query: checklistFilter },
  responses: { 200: json('检查表', z.object({ items: z.array(checklist) })), ...guarded },
});

export const readChecklist = route({
  method: 'get',
  path: '/inspections/checklists/{checklistId}',
  tags,
  summary: '检查表：现行条目、草稿、版本、扩展',
  access: 'inspections.read',
  request: { params: one },
  responses: { 200: json('检查表', checklistDetail), ...guarded },
});

export const readChecklistVersion = route({
  method: 'get',
  path: '/inspections/checklists/{checklistId}/versions/{number}',
  tags,
  summary: '检查表的某个版本（发布后不变）',
  access: 'inspections.read',
  request: { params: one.extend({ number: z.coerce.number().int().min(1).max(100_000) }) },
  responses: { 200: json('版本', publishedChecklist), ...guarded },
});

export const createChecklist = route({
  method: 'post',
  path: '/inspections/checklists',
  tags,
  summary: '新建或扩展检查表',
  access: 'inspections.editChecklists',
  request: { body: body(createChecklistInput) },
  responses: { 201: json('已新建', z.object({ id, version: z.int() })), ...guarded },
});

export const draftChecklist = route({
  method: 'put',
  path: '/inspections/checklists/{checklistId}/draft',
  tags,
  summary: '保存草稿（本单位自己的条目）',
  access: 'inspections.editChecklists',
  request: { params: one, body: body(draftChecklistInput.omit({ checklistId: true })) },
  responses: { 200: json('已保存', z.object({ id, version: z.int() })), ...guarded },
});

export const publishChecklist = route({
  method: 'post',
  path: '/inspections/checklists/{checklistId}/publication',
  tags,
  summary: '发布新版本，扩展随之更新',
  access: 'inspections.publishChecklists',
  request: { params: one, body: body(publishChecklistInput.omit({ checklistId: true })) },
  responses: { 200: json('已发布', z.object({ id, number: z.int(), followed: z.int() })), ...guarded },
});

export const retireChecklist = route({
  method: 'post',
  path: '/inspections/checklists/{checklistId}/retirement',
  tags,
  summary: '停用检查表',
  access: 'inspections.publishChecklists',
  request: { params: one, body: body(retireChecklistInput.omit({ checklistId: true })) },
  responses: { 204: done('已停用'), ...guarded },
});
