import { takeBackInput } from '@changming/domain/hazards';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, done, json, refused, route } from '../route.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;
const params = z.strictObject({ hazardId: id });

/** What a person said of a row of a ledger and a hazard; `told` is what the row tells otherwise and the hazard was kept against. */
const ledgerAnswer = z
  .object({
    batchId: id,
    fileName: z.string(),
    sheet: z.string(),
    row: z.int(),
    kind: z.enum(['same', 'apart', 'kept']),
    text: z.string().nullable(),
    told: z.array(z.object({ field: z.string(), value: z.string() })),
    by: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'LedgerAnswer' });
export type LedgerAnswer = z.infer<typeof ledgerAnswer>;

export const listLedgerAnswers = route({
  method: 'get',
  path: '/hazards/{hazardId}/ledger-answers',
  tags: ['hazards'],
  summary: '台账里的其他写法：有人认定过的，下一份台账照此不再问',
  access: 'hazards.import',
  request: { params },
  responses: { 200: json('认定', z.object({ items: z.array(ledgerAnswer) })), ...guarded },
});

export const takeBackLedgerAnswer = route({
  method: 'post',
  path: '/hazards/{hazardId}/ledger-answer-withdrawal',
  tags: ['hazards'],
  summary: '撤回对台账写法的认定，下一份台账重新问',
  access: 'hazards.import',
  request: { params, body: body(takeBackInput) },
  responses: { 204: done('已撤回'), ...guarded },
});
