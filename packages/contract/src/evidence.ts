import { declareEvidenceInput, largestPhoto, photoSizes } from '@changming/domain/evidence';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, refused, route } from './route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;

/** `subject` names the record that was assigned to a person of another branch. */
const subject = z.strictObject({ subject: id.optional() });

/** Raw bytes: the handler bounds and sniffs them itself. */
const photoBody = { 'image/jpeg': {}, 'image/png': {}, 'image/webp': {}, 'application/octet-stream': {} } as const;

export const photoReceipt = z.object({ id, sha256: z.string() }).meta({ id: 'PhotoReceipt' });

/** How far a photo is: the next piece begins at byte `received`. */
export const photoProgress = z.object({ received: z.int(), arrived: z.boolean() }).meta({ id: 'PhotoProgress' });

export const declareEvidence = route({
  method: 'post',
  path: '/evidence',
  tags: ['evidence'],
  summary: '申报照片（校验值、大小、类型）',
  access: 'evidence.upload',
  request: { body: body(declareEvidenceInput) },
  responses: { 201: json('已申报；从 received 字节接着传', photoProgress.extend({ id, unitId: id })), ...guarded },
});

export const receivePhoto = route({
  method: 'put',
  path: '/evidence/{evidenceId}/content',
  tags: ['evidence'],
  summary: '上传照片内容（JPEG、PNG、WebP，15 MB 以内）',
  access: 'evidence.upload',
  request: { params: z.strictObject({ evidenceId: id }), query: subject, body: { required: false, content: photoBody } },
  responses: { 200: json('照片回执', photoReceipt), 413: refused, ...guarded },
});

export const receiveChunk = route({
  method: 'put',
  path: '/evidence/{evidenceId}/chunks/{offset}',
  tags: ['evidence'],
  summary: '分段上传照片内容：从 offset 字节起，每段 1 MB 以内；最后一段到齐即核对校验值',
  access: 'evidence.upload',
  request: {
    params: z.strictObject({ evidenceId: id, offset: z.coerce.number().int().min(0).max(largestPhoto) }),
    query: subject,
    body: { required: false, content: photoBody },
  },
  responses: { 200: json('已收到', photoProgress), 413: refused, ...guarded },
});

export const readPhoto = route({
  method: 'get',
  path: '/evidence/{evidenceId}/{size}',
  tags: ['evidence'],
  summary: '照片：thumb 缩略图、view 浏览图、original 原图下载',
  access: 'evidence.read',
  request: { params: z.strictObject({ evidenceId: id, size: z.enum(photoSizes) }), query: subject },
  responses: { 200: { description: '照片', content: { 'image/webp': {}, 'image/jpeg': {} } }, 304: { description: '未变' }, ...guarded },
});
