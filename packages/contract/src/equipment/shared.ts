import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { refused } from '../route.ts';

export const words = z.string().nullable();
export const maybeDay = z.iso.date().nullable();
export const oneEquipment = z.strictObject({ equipmentId: id });
export const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
export const workbook = {
  200: {
    description: '文件',
    content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: { type: 'string', format: 'binary' } } },
  },
} as const;
export const made = z.object({ id });

export function paged<const Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A row of a ledger, with every cell as it was written. */
export const ledgerRow = z.object({
  fileName: z.string(),
  sheet: z.string(),
  row: z.int(),
  words: z.record(z.string(), z.string()),
});
