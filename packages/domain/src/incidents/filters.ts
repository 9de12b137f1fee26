import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { eventClasses, grades } from './kinds.ts';
import { caseStates } from './lifecycle.ts';

export const incidentFilter = z.strictObject({
  unitId: id.optional(),
  withBelow: queryFlag.default(true),
  state: queryList(z.enum(caseStates)).optional(),
  eventClass: queryList(z.enum(eventClasses)).optional(),
  grade: queryList(z.enum(grades)).optional(),
  /** Neither closed nor set aside. */
  unfinished: queryFlag.optional(),
  /** 待定级: confirmed, and nobody has decided the grade yet. */
  ungraded: queryFlag.optional(),
  /** With a clock that has run out unmet. */
  overdue: queryFlag.optional(),
  from: day.optional(),
  to: day.optional(),
  q: text(40).optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
export type IncidentFilter = z.output<typeof incidentFilter>;

export const ownIncidentsFilter = z.strictObject({ after: keysetCursor([day, id]).optional(), limit: pageLimit });

/** As many rows as one workbook holds. */
export const mostIncidents = 20_000;
