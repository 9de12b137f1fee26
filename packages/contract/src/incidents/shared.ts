import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { refused } from '../route.ts';

export const words = z.string().nullable();
export const maybeDay = z.iso.date().nullable();
export const at = z.iso.datetime();
export const maybeAt = z.iso.datetime().nullable();
export const oneIncident = z.strictObject({ incidentId: id });
export const guarded = { 401: refused, 403: refused, 404: refused, 409: refused, 422: refused } as const;
export const made = z.object({ id });

function file(type: string) {
  return { 200: { description: '文件', content: { [type]: { schema: { type: 'string', format: 'binary' } } } } } as const;
}
export const workbook = file('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
export const document = file('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
