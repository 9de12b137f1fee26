import { runKinds, runStages } from '@changming/domain/assessments';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, refused, route } from '../route.ts';
import { figure, line, score } from './results.ts';

const guarded = { 401: refused, 403: refused, 404: refused, 422: refused } as const;

export const readTrend = route({
  method: 'get',
  path: '/assessments/units/{unitId}/trend',
  tags: ['assessments'],
  summary: '一个单位历期的得分与各指标，期间早的在前',
  access: 'assessments.read',
  request: {
    params: z.strictObject({ unitId: id }),
    query: z.strictObject({
      scheme: z.string().max(40),
      periodKind: z.enum(['month', 'quarter', 'half', 'year']).default('quarter'),
      limit: z.coerce.number().int().min(1).max(40).default(12),
    }),
  },
  responses: {
    200: json(
      '趋势',
      z.object({
        unitId: id,
        unit: z.string(),
        items: z.array(
          z.object({
            runId: id,
            period: z.string(),
            runKind: z.enum(runKinds),
            stage: z.enum(runStages),
            /** A restatement that is not published: only whoever manages runs is shown one. */
            openRestatement: z.boolean(),
            status: z.enum(['scored', 'notAssessed', 'insufficientData']),
            final: score.nullable(),
            grade: z.string().nullable(),
            place: z.int().nullable(),
            lines: z.array(line),
            /** The average of the unit's assessed children, when it has any. */
            figure: figure.nullable(),
          }),
        ),
      }),
    ),
    ...guarded,
  },
});
