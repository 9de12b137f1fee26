import { documentStates, id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json } from './route.ts';

const file = { type: 'string', format: 'binary' } as const;
export const xlsx = { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: file } } as const;

export const ordered = json('已安排', z.object({ id }));

/** 我的导出: files of these lists, made in the background for whoever ordered them. */
export function orderedDocuments<List extends string>(lists: readonly [List, ...List[]]) {
  const one = z.object({
    id,
    list: z.enum(lists),
    state: z.enum(documentStates),
    rows: z.int(),
    name: z.string().nullable(),
    bytes: z.int().nullable(),
    askedAt: z.iso.datetime(),
    readyAt: z.iso.datetime().nullable(),
    keptUntil: z.iso.datetime(),
  });
  return json('导出文件', z.object({ items: z.array(one) }));
}

/** A ready file: `Range` and `If-Range` go on where a download broke off. */
export const resumable = {
  200: { description: '文件', content: xlsx },
  206: { description: '文件的一段', content: xlsx },
  416: { description: '要的一段不在文件里' },
} as const;
