import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { refused } from '../route.ts';

export const words = z.string().nullable();
export const maybeDay = z.iso.date().nullable();
export const maybeInstant = z.iso.datetime().nullable();
export const maybeResult = z.enum(['passed', 'failed']).nullable();
export const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
export const made = z.object({ id });
export const ofSession = z.strictObject({ sessionId: id });
export const workbook = {
  200: {
    description: '文件',
    content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } },
  },
} as const;

export function paged<const Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
