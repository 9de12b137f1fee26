import { z } from 'zod';

import { isDay } from './day.ts';

export const id = z.uuid();

/** A calendar day that exists. */
export const day = z.string().refine(isDay, { message: '请填写存在的日期，如 2026-03-05' });

/** An instant with its offset, `2026-03-12T02:00:00+08:00`. */
export const instant = z.iso.datetime({ offset: true });

/** How many rows a page holds. */
export const pageLimit = z.coerce.number().int().min(1).max(200).default(50);

/** `含下级=true` in an address; `z.coerce.boolean` would take "false" for true. */
export const queryFlag = z.enum(['true', 'false']).transform((said) => said === 'true');

/** One or several values of one name in an address (`?stage=closed&stage=void`). */
export function queryList<Each extends z.ZodType>(each: Each) {
  return z.preprocess((given) => (given === undefined || Array.isArray(given) ? given : [given]), z.array(each).max(50));
}

/** The ordering columns of the last row shown, joined by `~`; whatever does not re-read is refused. */
export function keysetCursor<const Parts extends readonly [z.ZodType, ...z.ZodType[]]>(parts: Parts) {
  const columns = z.tuple(parts);
  return z
    .string()
    .max(400)
    .transform((joined, context) => {
      const read = columns.safeParse(joined.split('~'));
      if (read.success) return read.data;
      context.addIssue({ code: 'custom', message: '翻页标记无效，请从第一页重新查询' });
      return z.NEVER;
    });
}
