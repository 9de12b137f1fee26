import { z } from 'zod';

import { id, keysetCursor, day, pageLimit, queryFlag, queryList } from '../kernel/index.ts';
import { openStages } from './hazard.ts';
import type { HazardFilter } from './ledger-filter.ts';
import { type Account, accounts } from './reconciliation.ts';
import { hazardCategory, hazardKeyArea, hazardLevel, hazardSource } from './report-input.ts';
import { type ThreeList, threeLists } from './three-lists.ts';

/** Which hazards the three lists speak of: a branch, the days on which they were found, and what they are. */
export const listFilter = z.strictObject({
  unitId: id.optional(),
  /** 含下级 */
  withBelow: queryFlag.default(true),
  foundFrom: day.optional(),
  foundTo: day.optional(),
  level: queryList(hazardLevel).optional(),
  source: queryList(hazardSource).optional(),
  category: queryList(hazardCategory).optional(),
  keyArea: queryList(hazardKeyArea).optional(),
  /** One account of the reconciliation: a number of it opens its records by this. */
  account: z.enum(accounts).optional(),
});
export type ListFilter = z.output<typeof listFilter>;

/** The same, one page at a time: the first found comes first. The cursor is the day found and the id of the last row shown. */
export const listPageFilter = listFilter.extend({ after: keysetCursor([day, id]).optional(), limit: pageLimit });
export type ListPageFilter = z.output<typeof listPageFilter>;

export const documentFormats = ['excel', 'word'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What to make of the lists: one of them, on what paper, with or without the pictures. */
export const listDocumentInput = z.strictObject({
  list: z.enum(Object.keys(threeLists) as [ThreeList, ...ThreeList[]]),
  format: z.enum(documentFormats),
  photos: z.boolean().default(false),
});
export type ListDocumentInput = z.output<typeof listDocumentInput>;

/** How many hazards one document holds: more belongs into several, by unit or by month. */
export const mostInDocument = { excel: 20_000, word: 1000, photos: 300 } as const;

/** How many hazards a document of this kind may hold. */
export function roomOf({ format, photos }: Pick<ListDocumentInput, 'format' | 'photos'>): number {
  return photos ? mostInDocument.photos : mostInDocument[format];
}

/** The conditions of the ledger that pick exactly the hazards of one account. */
export const accountConditions = {
  closed: { stage: ['closed'] },
  openNotDue: { stage: [...openStages], overdue: false },
  overdue: { overdue: true },
  void: { stage: ['void'] },
} as const satisfies Record<Account, Partial<Pick<HazardFilter, 'stage' | 'overdue'>>>;
