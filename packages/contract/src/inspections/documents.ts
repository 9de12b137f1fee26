import { coverageFilter, occurrenceFilter, planFilter } from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { ordered, orderedDocuments, resumable } from '../documents.ts';
import { refused, route } from '../route.ts';
import { guarded, tags } from './shapes.ts';

const file = { type: 'string', format: 'binary' } as const;
const xlsx = {
  description: '文件',
  content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: file } },
} as const;
const docx = {
  description: '文件',
  content: { 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { schema: file } },
} as const;
const pdf = { description: '文件', content: { 'application/pdf': { schema: file } } } as const;

export const exportChecklist = route({
  method: 'get',
  path: '/inspections/checklists/{checklistId}/sheet.xlsx',
  tags,
  summary: '导出检查表（Excel）',
  access: 'inspections.read',
  request: { params: z.strictObject({ checklistId: id }) },
  responses: { 200: xlsx, ...guarded, 503: refused },
});

/** Acts and not readings: the trail says who took what. */
export const exportPlans = route({
  method: 'post',
  path: '/inspections/plans/document',
  tags,
  summary: '导出排查计划（Excel，最多 20,000 条）',
  access: 'inspections.export',
  request: { query: planFilter.omit({ after: true, limit: true }) },
  responses: { 200: xlsx, ...guarded, 503: refused },
});

export const exportOccurrences = route({
  method: 'post',
  path: '/inspections/occurrences/document',
  tags,
  summary: '导出应查台账与结果（Excel，最多 20,000 条）',
  access: 'inspections.export',
  request: { query: occurrenceFilter.omit({ after: true, limit: true }) },
  responses: { 200: xlsx, ...guarded, 503: refused },
});

export const exportCoverage = route({
  method: 'post',
  path: '/inspections/coverage/document',
  tags,
  summary: '导出排查覆盖（Excel）',
  access: 'inspections.export',
  request: { query: coverageFilter },
  responses: { 200: xlsx, ...guarded, 503: refused },
});

export const printResult = route({
  method: 'get',
  path: '/inspections/results/{resultId}/sheet.docx',
  tags,
  summary: '打印检查记录（Word，一份检查表一张）',
  access: 'inspections.follow',
  request: { params: z.strictObject({ resultId: id }) },
  responses: { 200: docx, ...guarded, 503: refused },
});

export const printResultPdf = route({
  method: 'get',
  path: '/inspections/results/{resultId}/sheet.pdf',
  tags,
  summary: '打印检查记录（PDF，一份检查表一张）',
  access: 'inspections.follow',
  request: { params: z.strictObject({ resultId: id }) },
  responses: { 200: pdf, ...guarded, 503: refused },
});

export const orderPlans = route({
  method: 'post',
  path: '/inspections/plans/orders',
  tags,
  summary: '由后台生成排查计划（Excel，最多 500,000 条，生成后保留 7 天）',
  access: 'inspections.export',
  request: { query: planFilter.omit({ after: true, limit: true }) },
  responses: { 202: ordered, ...guarded },
});

export const orderOccurrences = route({
  method: 'post',
  path: '/inspections/occurrences/orders',
  tags,
  summary: '由后台生成应查台账与结果（Excel，最多 500,000 条，生成后保留 7 天）',
  access: 'inspections.export',
  request: { query: occurrenceFilter.omit({ after: true, limit: true }) },
  responses: { 202: ordered, ...guarded },
});

export const listDocuments = route({
  method: 'get',
  path: '/me/inspection-documents',
  tags,
  summary: '我安排生成的应查台账和排查计划',
  access: 'inspections.export',
  responses: { 200: orderedDocuments(['occurrences', 'plans']), 401: refused, 403: refused },
});

/** Only whoever ordered it, and as long as the branches it speaks of may be read. */
export const takeDocument = route({
  method: 'get',
  path: '/me/inspection-documents/{documentId}/file',
  tags,
  summary: '下载生成好的文件（可断点续传：Range、If-Range）',
  access: 'inspections.export',
  request: { params: z.strictObject({ documentId: id }) },
  responses: { ...resumable, ...guarded },
});
