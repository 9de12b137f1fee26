import {
  answersInput,
  besideFields,
  declareImportInput,
  importFailure,
  importGroupsFilter,
  importKinds,
  importProblems,
  importRecordsFilter,
  importRowsFilter,
  importsFilter,
  skipReasons,
} from '@changming/domain/imports';
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
    /** Answers that are kept for the files to come, whether a row goes in or not. */
    remembered: z.int().optional(),
  })
  .nullable();
const summary = { id, kind: z.enum(importKinds), fileName: z.string(), state: z.enum(states), counts, made: z.int(), changed: z.int() };
/** `awaiting`: rows that wait for somebody who may to confirm them; in the list, for the reader. */
const waiting = { awaiting: z.int(), createdAt: z.iso.datetime() };

export const importBatch = z
  .object({
    ...summary,
    unit: z.string(),
    by: z.string().nullable(),
    ...waiting,
  })
  .meta({ id: 'ImportBatch' });
export type ImportBatch = z.infer<typeof importBatch>;

const headerRows = z.object({ first: z.int(), last: z.int() });
const previewRow = z.object({ row: z.int(), cells: z.array(z.object({ column: z.string(), text: z.string() })) });

const mappedColumns = z.array(
  z.object({ column: z.string(), label: z.string(), field: z.string().nullable(), proposed: z.string().nullable() }),
);

/** How a sheet was understood: its header rows, what each column holds, and its first rows with long numbers masked. */
export const importSheet = z
  .object({
    sheet: z.string(),
    status: z.enum(['read', 'hidden', 'skipped', 'unrecognised']),
    header: headerRows.nullable(),
    columns: mappedColumns,
    /** Further tables on the sheet, below headers of their own. */
    further: z.array(z.object({ header: headerRows, columns: mappedColumns })).optional(),
    /** Path of the unit the sheet speaks of. */
    scope: z.string().nullable(),
    /** Pictures on the sheet, which are left out. */
    pictures: z.int().optional(),
    preview: z.array(previewRow),
  })
  .meta({ id: 'ImportSheet' });
export type ImportSheet = z.infer<typeof importSheet>;

export const importDetail = z
  .object({
    ...summary,
    unitId: id,
    unit: z.string(),
    failure: importFailure.nullable(),
    mapping: z.array(importSheet).nullable(),
    answers: answersInput,
    effectiveOn: z.iso.date(),
    /** 期初, as headquarters has marked it. */
    opening: z.boolean(),
    ...waiting,
    /** `plannedAt`: when the rows were last judged. `sameFileDone`: the same file has been brought in before. */
    plannedAt: z.iso.datetime().nullable(),
    doneAt: z.iso.datetime().nullable(),
    sameFileDone: z.object({ id, doneAt: z.iso.datetime().nullable() }).nullable(),
    /** There is something for the marked workbook to mark. */
    marked: z.boolean(),
  })
  .meta({ id: 'ImportDetail' });
export type ImportDetail = z.infer<typeof importDetail>;

const facts = z.record(z.string(), z.union([z.string(), z.number()]));
/** What the one that is there and the row say differently; money in yuan. */
const beside = z.object({ field: z.enum(besideFields), ours: z.string().nullable(), theirs: z.string().nullable() });
/** `closes`: the day on which what is open would be closed by this answer. */
const candidate = z.object({ value: z.string(), label: z.string(), beside: z.array(beside).optional(), closes: z.string().optional() });
const place = z.object({ sheet: z.string(), row: z.int(), cell: z.string().nullable() });
const told = { code: z.enum(importProblems), field: z.string().nullable(), facts };
const cellProblem = z.object({ ...told, cell: z.string().nullable(), candidates: z.array(candidate).optional() });

/** `detail` holds questions, problems, or the reason the row was passed over, by its verdict, and what else is worth a word. */
export const importRow = z
  .object({
    n: z.int(),
    sheet: z.string(),
    row: z.int(),
    verdict: z.enum(['ready', 'ask', 'wrong', 'skip']),
    title: z.string().nullable(),
    detail: z.object({
      warnings: z.array(cellProblem).optional(),
      questions: z.array(cellProblem).optional(),
      problems: z.array(cellProblem).optional(),
      reason: z.enum(skipReasons).optional(),
      sameAs: z.object({ sheet: z.string(), row: z.int() }).nullable().optional(),
    }),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof importRow>;

/** Of rows that wait for a confirmation: whether the reader may give it, at the unit of the row. */
const confirmed = { mayConfirm: z.boolean().optional() };
/** Questions or problems that differ in nothing but their place. */
export const importGroup = z
  .object({ ...told, ...confirmed, key: z.string(), candidates: z.array(candidate), places: z.array(place) })
  .meta({ id: 'ImportGroup' });
export type ImportGroup = z.infer<typeof importGroup>;

/** What the row said that no table holds; long numbers are masked. */
const kept = z.array(z.object({ field: z.string(), text: z.string() }));
export const importRecord = z
  .object({ id, sheet: z.string(), row: z.int(), name: z.string().nullable(), no: z.string().nullable(), kept })
  .meta({ id: 'ImportRecord' });
export type ImportRecord = z.infer<typeof importRecord>;

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

export const listImportGroups = route({
  method: 'get',
  path: '/imports/{batchId}/groups',
  tags: ['imports'],
  summary: '问题归类：除位置外完全相同的问题合为一条，回答一次即可',
  access: 'imports.read',
  request: { params: batchId, query: importGroupsFilter },
  responses: { 200: json('一页归类', page(importGroup)), ...refusals },
});

export const listImportRecords = route({
  method: 'get',
  path: '/imports/{batchId}/records',
  tags: ['imports'],
  summary: '这次导入新增或更新的记录，各自出自哪一行',
  access: 'imports.read',
  request: { params: batchId, query: importRecordsFilter },
  responses: { 200: json('一页记录', page(importRecord)), ...refusals },
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
