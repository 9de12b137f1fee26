import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList } from '../kernel/index.ts';
import { roundKinds } from './checklist.ts';
import { nearDay } from './near-day.ts';
import { occurrenceStates } from './occurrence.ts';
import { shifts } from './shift.ts';

/** 应查台账's query bar, as it stands in the address. Days are those by which things are owed. */
export const occurrenceFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  from: nearDay,
  to: nearDay,
  state: queryList(z.enum(occurrenceStates)).optional(),
  kind: queryList(z.enum(roundKinds)).optional(),
  shift: queryList(z.enum(shifts)).optional(),
  planId: id.optional(),
  pointId: id.optional(),
  /** Missed, and nobody has said why. */
  unexplained: queryFlag.optional(),
  failed: queryFlag.optional(),
  late: queryFlag.optional(),
  byHand: queryFlag.optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
export type OccurrenceFilter = z.output<typeof occurrenceFilter>;

/** As many rows as one file holds. */
export const mostInExport = 20_000;

/** The board of a period (`2026Q1`, `2026-03`), or of single days up to a month. */
export const coverageFilter = z.strictObject({
  unitId: id.optional(),
  period: z
    .string()
    .regex(/^20\d{2}(?:H[12]|Q[1-4]|-(?:0[1-9]|1[0-2]))?$/)
    .optional(),
  from: nearDay.optional(),
  to: nearDay.optional(),
  kind: queryList(z.enum(roundKinds)).optional(),
});
export type CoverageFilter = z.output<typeof coverageFilter>;

/** Days that a board reads one by one. */
export const longestRange = 31;
