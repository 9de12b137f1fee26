import { z } from 'zod';

import { day, id, keysetCursor, pageLimit, queryFlag, queryList, text } from '../kernel/index.ts';
import { hazardStages } from './hazard.ts';
import { hazardCategory, hazardFactor, hazardKeyArea, hazardLevel, hazardSource } from './report-input.ts';

/** Orders of the ledger. A hazard without a deadline stands behind all others when sorted by it. */
export const ledgerSorts = ['newest', 'oldest', 'dueSoonest'] as const;
export type LedgerSort = (typeof ledgerSorts)[number];

/** The day that stands in the cursor for a deadline that was never set. */
export const noDeadline = '9999-12-31';

/** 隐患台账's query bar, as it stands in the address. */
export const hazardFilter = z.strictObject({
  stage: queryList(z.enum(hazardStages)).optional(),
  level: queryList(hazardLevel).optional(),
  category: queryList(hazardCategory).optional(),
  source: queryList(hazardSource).optional(),
  keyArea: queryList(hazardKeyArea).optional(),
  factor: hazardFactor.optional(),
  /** Past its deadline and not handed in. */
  overdue: queryFlag.optional(),
  recurrence: queryFlag.optional(),
  suggested: queryFlag.optional(),
  supervised: queryFlag.optional(),
  /** 缺整改前照片: whoever rectified said why there is none. */
  beforeLack: queryFlag.optional(),
  unitId: id.optional(),
  /** 含下级 */
  withBelow: queryFlag.default(true),
  pointId: id.optional(),
  responsibleId: id.optional(),
  foundById: id.optional(),
  text: text(100).optional(),
  foundFrom: day.optional(),
  foundTo: day.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  closedFrom: day.optional(),
  closedTo: day.optional(),
  sort: z.enum(ledgerSorts).default('newest'),
  /** `2026-01-05~<id>`: the day of the sort and the id of the last row shown. */
  after: keysetCursor([day, id]).optional(),
  limit: pageLimit,
});
export type HazardFilter = z.output<typeof hazardFilter>;

/** 疑似重大和重大在前, then by the deadline: a number of days, so that one comparison knows both. */
export const queueSorts = [...ledgerSorts, 'urgent'] as const;

/** A queue that somebody works through: the most urgent first unless he wishes otherwise. */
export const queueFilter = hazardFilter
  .extend({
    sort: z.enum(queueSorts).default('urgent'),
    after: keysetCursor([z.union([day, z.string().regex(/^\d{1,8}$/)]), id]).optional(),
  })
  .refine(({ sort, after }) => after === undefined || (sort === 'urgent') === !after[0].includes('-'), { path: ['after'] });
export type QueueFilter = z.output<typeof queueFilter>;

/** 待挂牌督办, the most overdue first; the cursor as in the ledger. */
export const listingFilter = hazardFilter.pick({ unitId: true, withBelow: true, after: true, limit: true });
export type ListingFilter = z.output<typeof listingFilter>;

/** Whom work can be given to, by part of the name. */
export const peopleFilter = z.strictObject({ unitId: id.optional(), q: text(40).optional() });
export type PeopleFilter = z.output<typeof peopleFilter>;
