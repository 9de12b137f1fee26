import { id } from '@changming/domain/kernel';
import {
  addItemInput,
  libraryFilter,
  libraryKinds,
  readersFilter,
  readItemInput,
  reviseItemInput,
  withdrawItemInput,
} from '@changming/domain/training';
import { posts } from '@changming/domain/workforce';
import { z } from 'zod';

import { body, json, route } from '../route.ts';
import { guarded, made, maybeDay, maybeInstant, paged, words } from './shared.ts';

const ofItem = z.strictObject({ itemId: id });
const told = {
  id,
  unitId: id,
  unit: z.string(),
  kind: z.enum(libraryKinds),
  title: z.string(),
  edition: z.int(),
  editionAt: z.iso.datetime(),
  mustRead: z.boolean(),
  posts: z.array(z.enum(posts)),
  from: z.iso.date(),
  to: maybeDay,
  version: z.int(),
};
export const libraryItem = z.object(told).meta({ id: 'LibraryItem' });
export type LibraryItem = z.infer<typeof libraryItem>;
const readingItem = z.object({ ...told, readAt: maybeInstant }).meta({ id: 'ReadingItem' });
export type ReadingItem = z.infer<typeof readingItem>;
export const libraryDetail = z
  .object({ ...told, body: z.string(), link: words, readAt: maybeInstant, may: z.object({ edit: z.boolean() }) })
  .meta({ id: 'LibraryItemDetail' });
export type LibraryDetail = z.infer<typeof libraryDetail>;

export const listItems = route({
  method: 'get',
  path: '/training/library',
  tags: ['training'],
  summary: '学习资料（本单位、下级和上级的）',
  access: 'training.read',
  request: { query: libraryFilter },
  responses: { 200: json('学习资料', paged(libraryItem)), ...guarded },
});

export const listMyReading = route({
  method: 'get',
  path: '/training/library/mine',
  tags: ['training'],
  summary: '我的学习资料，未读的必读资料在前',
  access: 'training.follow',
  responses: { 200: json('学习资料', z.object({ items: z.array(readingItem) })), ...guarded },
});

export const readItem = route({
  method: 'get',
  path: '/training/library/{itemId}',
  tags: ['training'],
  summary: '一份学习资料的内容',
  access: 'training.follow',
  request: { params: ofItem },
  responses: { 200: json('学习资料', libraryDetail), ...guarded },
});

export const addItem = route({
  method: 'post',
  path: '/training/library',
  tags: ['training'],
  summary: '发布学习资料',
  access: 'training.keepLibrary',
  request: { body: body(addItemInput) },
  responses: { 201: json('已发布', made), ...guarded },
});

export const reviseItem = route({
  method: 'put',
  path: '/training/library/{itemId}',
  tags: ['training'],
  summary: '修改学习资料；内容变了就要重新阅读',
  access: 'training.keepLibrary',
  request: { params: ofItem, body: body(reviseItemInput.omit({ itemId: true })) },
  responses: { 200: json('已修改', z.object({ id, version: z.int(), edition: z.int() })), ...guarded },
});

export const withdrawItem = route({
  method: 'post',
  path: '/training/library/{itemId}/withdrawal',
  tags: ['training'],
  summary: '停用学习资料',
  access: 'training.keepLibrary',
  request: { params: ofItem, body: body(withdrawItemInput.omit({ itemId: true })) },
  responses: { 200: json('已停用', z.object({ id, version: z.int() })), ...guarded },
});

export const markRead = route({
  method: 'post',
  path: '/training/library/{itemId}/receipts',
  tags: ['training'],
  summary: '确认已阅',
  access: 'training.take',
  request: { params: ofItem, body: body(readItemInput.omit({ itemId: true })) },
  responses: { 200: json('已确认', z.object({ id, edition: z.int() })), ...guarded },
});

const reader = z.object({ id, name: z.string(), staffNo: words, unit: z.string(), readAt: maybeInstant });
export const listReaders = route({
  method: 'get',
  path: '/training/library/{itemId}/readers',
  tags: ['training'],
  summary: '阅读情况：应读的人里谁读了',
  access: 'training.read',
  request: { params: ofItem, query: readersFilter },
  responses: { 200: json('阅读情况', paged(reader).extend({ meant: z.int(), read: z.int() })), ...guarded },
});
