import { photoTypes } from '@changming/domain/evidence';
import { anonymousReportInput, hazardCategories, hazardStages, photoHash } from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';
import { photoReceipt, reportReceipt } from './shapes.ts';

const open = { 404: refused, 409: refused, 422: refused, 429: refused } as const;

/** The claim code travels in a header: an address would be written into logs. */
const bearer = z.object({ 'x-claim-code': z.string().min(1).max(60) });

export const reportAtDoor = route({
  method: 'post',
  path: '/door/hazards',
  tags: ['hazards'],
  summary: '扫码匿名上报（不登录），返回查询码',
  access: 'public',
  request: { body: body(anonymousReportInput) },
  responses: { 201: json('回执与查询码', reportReceipt.extend({ claimCode: z.string() })), ...open },
});

export const followAtDoor = route({
  method: 'get',
  path: '/door/claim',
  tags: ['hazards'],
  summary: '凭查询码查看处理情况',
  access: 'public',
  request: { headers: bearer },
  responses: {
    200: json(
      '处理情况',
      z.object({
        id,
        number: z.string(),
        stage: z.enum(hazardStages),
        category: z.enum(hazardCategories),
        text: z.string().nullable(),
        unit: z.string(),
        point: z.string().nullable(),
        foundOn: z.iso.date(),
        dueOn: z.iso.date().nullable(),
        closedOn: z.iso.date().nullable(),
        done: z.string().nullable(),
        notes: z.array(z.object({ byReporter: z.boolean(), text: z.string(), at: z.iso.datetime() })),
        photos: photoReceipt,
      }),
    ),
    ...open,
  },
});

export const answerAtDoor = route({
  method: 'post',
  path: '/door/claim/notes',
  tags: ['hazards'],
  summary: '凭查询码补充说明',
  access: 'public',
  request: { headers: bearer, body: body(z.strictObject({ text: z.string().min(1).max(2000) })) },
  responses: { 204: done('已补充'), ...open },
});

export const receivePhotoAtDoor = route({
  method: 'put',
  path: '/door/evidence/{evidenceId}/content',
  tags: ['hazards'],
  summary: '凭查询码上传匿名上报的照片',
  access: 'public',
  request: {
    headers: bearer,
    params: z.strictObject({ evidenceId: id }),
    query: z.strictObject({ sha256: photoHash, mime: z.enum(photoTypes) }),
    body: { required: false, content: { 'image/jpeg': {}, 'image/png': {}, 'image/webp': {}, 'application/octet-stream': {} } },
  },
  responses: { 200: json('照片回执', z.object({ id, sha256: z.string() })), 413: refused, ...open },
});
