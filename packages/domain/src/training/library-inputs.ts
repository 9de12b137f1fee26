import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { posts } from '../workforce/index.ts';
import { libraryKinds } from './library.ts';

const content = {
  title: text(120),
  /** Plain text; an empty one is for what stands behind the link. */
  body: z.union([z.literal(''), text(50_000)]).default(''),
  link: z
    .url({ protocol: /^https?$/, message: '请填写 http 或 https 开头的网址' })
    .max(500)
    .nullable()
    .default(null),
  /** Whom it is for: everybody of the branch when none is named. */
  posts: z.array(z.enum(posts)).max(posts.length).default([]),
  mustRead: z.boolean().default(false),
  from: day,
  to: day.nullable().default(null),
} as const;

export const addItemInput = z.strictObject({ id: id.optional(), unitId: id, kind: z.enum(libraryKinds), ...content });
export const reviseItemInput = z.strictObject({ itemId: id, version: z.int(), ...content });
export const withdrawItemInput = z.strictObject({ itemId: id, version: z.int(), on: day });
export const readItemInput = z.strictObject({ itemId: id, edition: z.int() });
export type ItemContent = Omit<z.output<typeof reviseItemInput>, 'itemId' | 'version'>;

export const libraryFilter = z.strictObject({
  unitId: id.optional(),
  kind: queryList(z.enum(libraryKinds)).optional(),
  mustRead: queryFlag.optional(),
  /** Past ones too, otherwise what holds today. */
  past: queryFlag.optional(),
  q: text(40).optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
export type LibraryFilter = z.output<typeof libraryFilter>;

export const readersFilter = z.strictObject({
  unitId: id.optional(),
  read: queryFlag.optional(),
  after: keysetCursor([text(100), id]).optional(),
  limit: pageLimit,
});
export type ReadersFilter = z.output<typeof readersFilter>;
