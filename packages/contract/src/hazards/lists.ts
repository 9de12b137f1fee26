import {
  accounts,
  hazardCategories,
  hazardFilter,
  hazardLevels,
  hazardSources,
  hazardStages,
  keyAreas,
  listDocumentInput,
  listOrderInput,
  orderedLists,
  listFilter,
  listPageFilter,
  lookBackResults,
} from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { ordered, orderedDocuments, resumable, xlsx } from '../documents.ts';
import { body, json, refused, route } from '../route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;
const words = z.string().nullable();
const maybeDay = z.iso.date().nullable();
/** 分 */
const fen = z.int().nullable();
const photos = z.array(z.object({ id, sha256: z.string() }));

const listRow = z
  .object({
    id,
    number: z.string(),
    unitId: id,
    unit: z.string(),
    place: words,
    keyArea: z.enum(keyAreas),
    text: words,
    category: z.enum(hazardCategories),
    level: z.enum(hazardLevels).nullable(),
    clauses: z.array(z.string()),
    source: z.enum(hazardSources),
    anonymous: z.boolean(),
    finder: words,
    foundOn: z.iso.date(),
    beforePhotos: photos,
    /** 缺整改前照片: why. */
    beforeLack: words,
    measures: words,
    responsibleUnit: words,
    leader: words,
    responsible: words,
    funds: fen,
    dueOn: maybeDay,
    contingency: words,
    contingencyWaived: z.boolean(),
    supervisor: words,
    extendedFromOn: maybeDay,
    stage: z.enum(hazardStages),
    account: z.enum(accounts),
    rectifiedOn: maybeDay,
    afterPhotos: photos,
    spent: fen,
    acceptor: words,
    acceptedOn: maybeDay,
    opinion: words,
    lookBackOn: maybeDay,
    lookBackResult: z.enum(lookBackResults).nullable(),
    lesson: words,
    asWritten: z.object({ form: z.string().optional(), remark: z.string().optional() }),
  })
  .meta({ id: 'ThreeListRow' });
export type ThreeListRow = z.infer<typeof listRow>;

const figures = {
  problems: z.int(),
  closed: z.int(),
  openNotDue: z.int(),
  overdue: z.int(),
  void: z.int(),
  /** problems − the four accounts; anything but 0 is a fault. */
  difference: z.int(),
  fundsPlanned: fen,
  fundsSpent: fen,
};
const balance = z.object(figures).meta({ id: 'HazardBalance' });
export type HazardBalance = z.infer<typeof balance>;
/** `withBelow` says whether the line counts the whole branch or the unit by itself. */
const unitBalance = z.object({ unitId: id, name: z.string(), withBelow: z.boolean(), ...figures }).meta({ id: 'HazardUnitBalance' });
export type HazardUnitBalance = z.infer<typeof unitBalance>;

export const listThreeLists = route({
  method: 'get',
  path: '/hazards/lists',
  tags: ['hazards'],
  summary: '三清单（问题、整改、实效清单是同一条记录的三个视图）',
  access: 'hazards.read',
  request: { query: listPageFilter },
  responses: { 200: json('三清单', z.object({ items: z.array(listRow), next: words })), ...guarded },
});

export const reconcileUnits = route({
  method: 'get',
  path: '/hazards/lists/reconciliation',
  tags: ['hazards'],
  summary: '对账销号（按单位，差额为 0）',
  access: 'hazards.read',
  request: { query: listFilter },
  responses: { 200: json('对账', z.object({ total: balance, units: z.array(unitBalance) })), ...guarded },
});

const file = { type: 'string', format: 'binary' } as const;
const docx = { 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { schema: file } } as const;

/** An act and not a reading: the trail says who took what. */
export const exportList = route({
  method: 'post',
  path: '/hazards/lists/documents',
  tags: ['hazards'],
  summary: '导出三清单（Excel 最多 20,000 条，Word 最多 1,000 条，带照片最多 300 条）',
  access: 'hazards.export',
  request: { query: listFilter, body: body(listDocumentInput) },
  responses: { 200: { description: '文件', content: { ...xlsx, ...docx } }, ...guarded, 503: refused },
});

export const exportLedger = route({
  method: 'post',
  path: '/hazards/ledger/documents',
  tags: ['hazards'],
  summary: '导出隐患台账（Excel，列与导入相同，最多 20,000 条）',
  access: 'hazards.export',
  request: { query: hazardFilter.omit({ after: true, limit: true }) },
  responses: { 200: { description: '文件', content: xlsx }, ...guarded, 503: refused },
});

export const orderList = route({
  method: 'post',
  path: '/hazards/lists/orders',
  tags: ['hazards'],
  summary: '由后台生成三清单（Excel，最多 500,000 条，生成后保留 7 天）',
  access: 'hazards.export',
  request: { query: listFilter, body: body(listOrderInput) },
  responses: { 202: ordered, 409: refused, ...guarded },
});

export const orderLedger = route({
  method: 'post',
  path: '/hazards/ledger/orders',
  tags: ['hazards'],
  summary: '由后台生成隐患台账（Excel，列与导入相同，最多 500,000 条，生成后保留 7 天）',
  access: 'hazards.export',
  request: { query: hazardFilter.omit({ after: true, limit: true }) },
  responses: { 202: ordered, 409: refused, ...guarded },
});

export const listDocuments = route({
  method: 'get',
  path: '/me/hazard-documents',
  tags: ['hazards'],
  summary: '我安排生成的台账和清单',
  access: 'hazards.export',
  responses: { 200: orderedDocuments(orderedLists), 401: refused, 403: refused },
});

/** Only whoever ordered it, and as long as the branches it speaks of may be read. `Range` and `If-Range` go on where a download broke off. */
export const takeDocument = route({
  method: 'get',
  path: '/me/hazard-documents/{documentId}/file',
  tags: ['hazards'],
  summary: '下载生成好的文件（可断点续传：Range、If-Range）',
  access: 'hazards.export',
  request: { params: z.strictObject({ documentId: id }) },
  responses: { ...resumable, ...guarded },
});
