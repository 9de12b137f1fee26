import { hazardStages, supervisionLevels, supervisionStages } from '@changming/domain/hazards';
import { id, queryFlag } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, refused, route } from '../route.ts';

const day = z.iso.date();

export const supervisionSummary = z
  .object({
    id,
    number: z.string(),
    hazardId: id,
    hazardNumber: z.string(),
    hazardStage: z.enum(hazardStages),
    text: z.string().nullable(),
    unit: z.string(),
    stage: z.enum(supervisionStages),
    level: z.enum(supervisionLevels),
    issuer: z.string(),
    mainPersonId: id,
    mainPerson: z.string().nullable(),
    listedOn: day,
    dueOn: day,
    lastProgressOn: day.nullable(),
    progressDueOn: day.nullable(),
    delistedOn: day.nullable(),
    progressOverdue: z.boolean(),
    overdue: z.boolean(),
  })
  .meta({ id: 'HazardSupervisionSummary' });
export type SupervisionSummary = z.infer<typeof supervisionSummary>;

export const listSupervisions = route({
  method: 'get',
  path: '/hazard-supervisions',
  tags: ['hazards'],
  summary: '挂牌督办台账',
  access: 'hazards.read',
  request: {
    query: z.strictObject({
      unitId: id.optional(),
      withBelow: queryFlag.default(true),
      state: z.enum(['running', 'delisted', 'all']).default('running'),
    }),
  },
  responses: {
    200: json('挂牌督办', z.object({ items: z.array(supervisionSummary) })),
    401: refused,
    403: refused,
    404: refused,
    422: refused,
  },
});
