import { z } from 'zod';

import type { ListFilter } from './list-filter.ts';
import type { HazardFilter } from './ledger-filter.ts';
import { type ThreeList, threeLists } from './three-lists.ts';

/** 由后台生成: as many hazards as one workbook may hold, days for which it is kept, and how many one person may have in the making. */
export const mostOrdered = 500_000;
export const documentDays = 7;
export const mostInMaking = 3;

export const documentStates = ['waiting', 'ready', 'failed'] as const;
export type DocumentState = (typeof documentStates)[number];

export const orderedLists = ['ledger', ...(Object.keys(threeLists) as ThreeList[])] as const;
export type OrderedList = 'ledger' | ThreeList;

export const listOrderInput = z.strictObject({ list: z.enum(Object.keys(threeLists) as [ThreeList, ...ThreeList[]]) });

/** What was ordered, as it is kept until the worker makes it. */
export type DocumentOrder =
  | { readonly list: 'ledger'; readonly filter: Omit<HazardFilter, 'after' | 'limit'> }
  | { readonly list: ThreeList; readonly filter: ListFilter };
