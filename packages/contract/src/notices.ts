import { id } from '@changming/domain/kernel';
import { ownNoticesFilter } from '@changming/domain/notices';
import { z } from 'zod';

import { body, done, json, refused, route } from './route.ts';

export const notice = z
  .object({
    id,
    about: z.string(),
    subjectId: id,
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    /** Null where the page is closed to whoever is told. */
    link: z.string().nullable(),
    createdAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notice' });
export type Notice = z.infer<typeof notice>;

export const listOwnNotices = route({
  method: 'get',
  path: '/me/notices',
  tags: ['notices'],
  summary: '我的通知',
  access: 'self',
  request: { query: ownNoticesFilter },
  responses: {
    200: json('一页通知', z.object({ items: z.array(notice), next: z.string().nullable() })),
    401: refused,
    404: refused,
    422: refused,
  },
});

export const countUnread = route({
  method: 'get',
  path: '/me/notices/unread',
  tags: ['notices'],
  summary: '未读通知数',
  access: 'self',
  responses: { 200: json('未读数', z.object({ unread: z.int() })), 401: refused },
});

export const markRead = route({
  method: 'post',
  path: '/me/notices/read',
  tags: ['notices'],
  summary: '标为已读',
  access: 'self',
  request: { body: body(z.strictObject({ noticeIds: z.array(id).max(500).optional() })) },
  responses: { 204: done('已标记'), 401: refused, 404: refused, 422: refused },
});

export const channels = z
  .object({ email: z.string().nullable(), quietFrom: z.string().nullable(), quietTo: z.string().nullable() })
  .meta({ id: 'NoticeChannels' });
export type Channels = z.infer<typeof channels>;

export const readChannels = route({
  method: 'get',
  path: '/me/notices/channels',
  tags: ['notices'],
  summary: '我的通知方式与免打扰时段',
  access: 'self',
  responses: { 200: json('通知方式', channels), 401: refused, 404: refused },
});

export const chooseChannels = route({
  method: 'put',
  path: '/me/notices/channels',
  tags: ['notices'],
  summary: '通知方式与免打扰时段',
  access: 'self',
  request: {
    body: body(
      z.strictObject({
        email: z.email().max(200).nullable(),
        quietFrom: z.iso.time({ precision: -1 }).nullable(),
        quietTo: z.iso.time({ precision: -1 }).nullable(),
      }),
    ),
  },
  responses: { 204: done('已保存'), 401: refused, 404: refused, 422: refused },
});
