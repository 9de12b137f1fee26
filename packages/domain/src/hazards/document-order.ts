import { z } from 'zod';

import type { ListFilter } from './list-filter.ts';
import type { HazardFilter } from './ledger-filter.ts';
import { type ThreeList, threeLists } from './three-lists.ts';

export const orderedLists = ['ledger', ...(Object.keys(threeLists) as ThreeList[])] as const;

export const listOrderInput = z.strictObject({ list: z.enum(Object.keys(threeLists) as [ThreeList, ...ThreeList[]]) });

/** What was ordered, as it is kept until the worker makes it. */
export type DocumentOrder =
  | { readonly list: 'ledger'; readonly filter: Omit<HazardFilter, 'after' | 'limit'> }
  | { readonly list: ThreeList; readonly filter: ListFilter };
