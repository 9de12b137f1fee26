import { coverageFilter } from '@changming/domain/inspections';
import { id } from '@changming/domain/kernel';
import { z } from 'zod';

import { json, route } from '../route.ts';
import { guarded, tags } from './shapes.ts';

const counts = {
  owed: z.int(),
  done: z.int(),
  late: z.int(),
  missed: z.int(),
  /** Of the missed, those that were checked afterwards. */
  madeUp: z.int(),
  /** Items that failed. */
  failed: z.int(),
  /** owed − done − missed: still to come. */
  open: z.int(),
  pointsOwed: z.int(),
  pointsChecked: z.int(),
};
const line = z
  .object({ unitId: id, unit: z.string(), hasBelow: z.boolean(), withBelow: z.boolean(), ...counts })
  .meta({ id: 'CoverageLine' });
export type CoverageLine = z.infer<typeof line>;

export const coverage = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    unitId: id,
    unit: z.string(),
    total: z.object(counts),
    /** The unit itself (`withBelow` false) where anything is owed there, and each unit directly below with its whole branch. */
    units: z.array(line),
  })
  .meta({ id: 'Coverage' });
export type Coverage = z.infer<typeof coverage>;

export const readCoverage = route({
  method: 'get',
  path: '/inspections/coverage',
  tags,
  summary: '排查覆盖：应查、已查、漏查，点位覆盖（拉网式）',
  access: 'inspections.read',
  request: { query: coverageFilter },
  responses: { 200: json('覆盖', coverage), ...guarded },
});
