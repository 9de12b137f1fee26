import { explainSpotsInput, missedSpotsFilter, spotMissReasons } from '@changming/domain/equipment';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { body, json, refused, route } from '../route.ts';
import { guarded, paged, words, workbook } from './shared.ts';

/** What a unit missed in one period. */
export const missedSpots = z
  .object({
    unitId: id,
    unit: z.string(),
    from: z.iso.date(),
    dueOn: z.iso.date(),
    missed: z.int(),
    unexplained: z.int(),
    /** The reasons given, the commonest first, with the words of one who gave it. */
    reasons: z.array(z.object({ reason: z.enum(spotMissReasons), count: z.int(), note: words })),
  })
  .meta({ id: 'MissedSpots' });
export type MissedSpots = z.infer<typeof missedSpots>;

export const listMissedSpots = route({
  method: 'get',
  path: '/equipment/missed-spots',
  tags: ['equipment'],
  summary: '消防点检漏检：按单位和期，带原因',
  access: 'equipment.read',
  request: { query: missedSpotsFilter },
  responses: {
    200: json('漏检', paged(missedSpots).extend({ missed: z.int(), unexplained: z.int() })),
    ...guarded,
  },
});

export const explainSpots = route({
  method: 'post',
  path: '/equipment/missed-spots/reasons',
  tags: ['equipment'],
  summary: '说明漏检原因：一个单位一期里还没有说明的，或其中一件',
  access: 'equipment.explain',
  request: { body: body(explainSpotsInput) },
  responses: { 200: json('已说明', z.object({ explained: z.int() })), ...guarded },
});

export const exportMissedSpots = route({
  method: 'post',
  path: '/equipment/missed-spots/documents',
  tags: ['equipment'],
  summary: '导出消防点检漏检，逐件带原因',
  access: 'equipment.export',
  request: { query: missedSpotsFilter.omit({ after: true, limit: true }) },
  responses: { ...workbook, ...guarded, 503: refused },
});
