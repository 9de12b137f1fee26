import { actionsFilter } from '@changming/domain/actions';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { ordered, orderedDocuments, resumable } from '../documents.ts';
import { refused, route } from '../route.ts';
import { guarded } from './shared.ts';

const tags = ['actions'];

export const orderActions = route({
  method: 'post',
  path: '/actions/orders',
  tags,
  summary: '由后台生成整改措施台账（Excel，最多 500,000 条，生成后保留 7 天）',
  access: 'actions.export',
  request: { query: actionsFilter.omit({ after: true, limit: true }) },
  responses: { 202: ordered, ...guarded },
});

export const listDocuments = route({
  method: 'get',
  path: '/me/action-documents',
  tags,
  summary: '我安排生成的整改措施台账',
  access: 'actions.export',
  responses: { 200: orderedDocuments(['ledger']), 401: refused, 403: refused },
});

/** Only whoever ordered it, and as long as the branches it speaks of may be read. */
export const takeDocument = route({
  method: 'get',
  path: '/me/action-documents/{documentId}/file',
  tags,
  summary: '下载生成好的文件（可断点续传：Range、If-Range）',
  access: 'actions.export',
  request: { params: z.strictObject({ documentId: id }) },
  responses: { ...resumable, ...guarded },
});
