import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { fireStandings } from './fire-due.ts';
import { fireConditions, fireKinds, placeCheckKinds } from './fire-kinds.ts';
import { specialCategories, specialStates } from './special-kinds.ts';
import { specialStandings } from './special-standing.ts';

const branch = { unitId: id.optional(), withBelow: queryFlag.default(true) } as const;
const page = { after: keysetCursor([text(300), id]).optional(), limit: pageLimit } as const;

export const specialFilter = z.strictObject({
  ...branch,
  category: queryList(z.enum(specialCategories)).optional(),
  state: queryList(z.enum(specialStates)).optional(),
  standing: queryList(z.enum(specialStandings)).optional(),
  q: text(40).optional(),
  ...page,
});
export type SpecialFilter = z.output<typeof specialFilter>;

export const fireFilter = z.strictObject({
  ...branch,
  kind: queryList(z.enum(fireKinds)).optional(),
  condition: queryList(z.enum(fireConditions)).optional(),
  standing: queryList(z.enum(fireStandings)).optional(),
  /** Not yet looked over in the running period. */
  unchecked: queryFlag.optional(),
  /** The last day of a period in which nobody looked it over. */
  missedOn: day.optional(),
  pointId: id.optional(),
  q: text(40).optional(),
  ...page,
});
export type FireFilter = z.output<typeof fireFilter>;

/** 到期清单: what is owed by a day, whatever it is owed for. */
export const dueKinds = ['inspection', 'service', 'scrap', 'spotCheck', 'certificate'] as const;
export type DueKind = (typeof dueKinds)[number];

export const dueFilter = z.strictObject({
  ...branch,
  kind: queryList(z.enum(dueKinds)).optional(),
  overdue: queryFlag.optional(),
  /** The last day looked at; thirty days ahead when left out. */
  until: day.optional(),
  after: keysetCursor([day, z.string().min(1).max(80)]).optional(),
  limit: pageLimit,
});
export type DueFilter = z.output<typeof dueFilter>;

export const placeCheckFilter = z.strictObject({
  ...branch,
  kind: queryList(z.enum(placeCheckKinds)).optional(),
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
export type PlaceCheckFilter = z.output<typeof placeCheckFilter>;

/** As many rows as one workbook holds. */
export const mostEquipment = 20_000;
