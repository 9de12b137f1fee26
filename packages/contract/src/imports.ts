import { answersInput, declareImportInput, importKinds, importRowsFilter, importsFilter, skipReasons } from '@changming/domain/imports';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from './route.ts';

const states = ['declared', 'reading', 'planned', 'running', 'done', 'failed'] as const;
const batchId = z.strictObject({ batchId: id });
const counts = z
  .object({
    rows: z.int(),
    ready: z.int(),
    ask: z.int(),
    wrong: z.int(),
    skip: z.int(),
    warned: z.int(),
    skipped: z.partialRecord(z.enum(skipReasons), z.int()),
  })
  .nullable();
const summary = { id, kind: z.enum(importKinds), fileName: z.string(), state: z.enum(states), counts, made: z.int(), changed: z.int() };

export const importBatch = z.object({ ...summary, unit: z.string(), createdAt: z.iso.datetime() }).meta({ id: 'ImportBatch' });
export type ImportBatch = z.infer<typeof importBatch>;

export const importColumn = z.object({ column: z.string(), header: z.string(), field: z.string().nullable() });

export const importDetail = z
  .object({
    ...summary,
    unitId: id,
    failure: z.string().nullable(),
    /** How each sheet was understood: its header rows and what each column holds. */
    mapping: z.array(z.record(z.string(), z.unknown())).nullable(),
    answers: z.record(z.string(), z.unknown()),
    effectiveOn: z.iso.date(),
    createdAt: z.iso.datetime(),
    doneAt: z.iso.datetime().nullable(),
    /** The same file has been brought in before. */
    sameFileDone: z.object({ id, doneAt: z.iso.datetime().nullable() }).nullable(),
  })
  .meta({ id: 'ImportDetail' });
export type ImportDetail = z.infer<typeof importDetail>;

export const importRow = z
  .object({
    n: z.int(),
    sheet: z.string(),
    row: z.int(),
    verdict: z.enum(['ready', 'ask', 'wrong', 'skip']),
    title: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof importRow>;

const page = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().nullable() });
const refusals = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;

export const listImports = route({
  method: 'get',
  path: '/imports',
  tags: ['imports'],
  summary: '导入批次',
  access: 'imports.read',
  request: { query: importsFilter },
  responses: { 200: json('一页批次', page(importBatch)), ...refusals },
});

export const declareImport = route({
  method: 'post',
  path: '/imports',
  tags: ['imports'],
  summary: '开始导入',
  access: 'imports.run',
  request: { body: body(declareImportInput) },
  responses: { 201: json('已建立批次', z.object({ id })), ...refusals },
});

export const receiveImport = route({
  method: 'put',
  path: '/imports/{batchId}/content',
  tags: ['imports'],
  summary: '上传工作簿（.xlsx，最大 20 MB）',
  access: 'imports.run',
  request: { params: batchId },
  responses: { 202: json('已收到，正在读取', z.object({ id, state: z.string() })), 413: refused, ...refusals },
});

export const readImport = route({
  method: 'get',
  path: '/imports/{batchId}',
  tags: ['imports'],
  summary: '导入批次的情况',
  access: 'imports.read',
  request: { params: batchId },
  responses: { 200: json('批次', importDetail), ...refusals },
});

export const listImportRows = route({
  method: 'get',
  path: '/imports/{batchId}/rows',
  tags: ['imports'],
  summary: '每一行的判定',
  access: 'imports.read',
  request: { params: batchId, query: importRowsFilter },
  responses: { 200: json('一页判定', page(importRow)), ...refusals },
});

export const answerImport = route({
  method: 'put',
  path: '/imports/{batchId}/answers',
  tags: ['imports'],
  summary: '回答问题，重新判定',
  access: 'imports.run',
  request: { params: batchId, body: body(answersInput) },
  responses: { 202: json('正在重新判定', z.object({ id })), ...refusals },
});

export const startImport = route({
  method: 'post',
  path: '/imports/{batchId}/run',
  tags: ['imports'],
  summary: '导入合格的行',
  access: 'imports.run',
  request: { params: batchId, body: body(z.strictObject({ onlyIfAll: z.boolean() })) },
  responses: { 202: json('正在导入', z.object({ id })), ...refusals },
});

export const readImportErrors = route({
  method: 'get',
  path: '/imports/{batchId}/errors',
  tags: ['imports'],
  summary: '标红的工作簿：有问题的格子和说明',
  access: 'imports.run',
  request: { params: batchId },
  responses: { 200: done('工作簿'), ...refusals },
});

export const readImportTemplate = route({
  method: 'get',
  path: '/imports/templates/{kind}',
  tags: ['imports'],
  summary: '导入模板',
  access: 'imports.read',
  request: { params: z.strictObject({ kind: z.enum(importKinds) }) },
  responses: { 200: done('工作簿'), ...refusals },
});
