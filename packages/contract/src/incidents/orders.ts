import { incidentFilter } from '@changming/domain/incidents';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { ordered, orderedDocuments, resumable } from '../documents.ts';
import { refused, route } from '../route.ts';
import { guarded } from './shared.ts';

const tags = ['incidents'];

export const orderIncidents = route({
  method: 'post',
  path: '/incidents/orders',
  tags,
  summary: '由后台生成事件台账（Excel，最多 500,000 条，生成后保留 7 天）',
  access: 'incidents.export',
  request: { query: incidentFilter.omit({ after: true, limit: true }) },
  responses: { 202: ordered, ...guarded },
});

export const listDocuments = route({
  method: 'get',
  path: '/me/incident-documents',
  tags,
  summary: '我安排生成的事件台账',
  access: 'incidents.export',
  responses: { 200: orderedDocuments(['ledger']), 401: refused, 403: refused },
});

/** Only whoever ordered it, and as long as the branches it speaks of may be read. */
export const takeDocument = route({
  method: 'get',
  path: '/me/incident-documents/{documentId}/file',
  tags,
  summary: '下载生成好的文件（可断点续传：Range、If-Range）',
  access: 'incidents.export',
  request: { params: z.strictObject({ documentId: id }) },
  responses: { ...resumable, ...guarded },
});
