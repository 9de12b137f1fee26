import {
  accounts,
  hazardCategories,
  hazardLevels,
  hazardSources,
  keyAreas,
  type listFilter,
  type ThreeList,
} from '@changming/domain/hazards';
import { lastDayOf, periodNamed } from '@changming/domain/kernel';
import { z } from 'zod';

import { flag, many, searchOf } from '../../app/search-params.ts';
import type { DayRange } from '../../ui/day-picker.tsx';

const day = z.iso.date();
export const listNames = ['problems', 'rectification', 'results'] as const satisfies readonly ThreeList[];

/** The three lists in the address: the names are those of the contract's filter; `hazard` is the record that is open. */
export const listsSearch = searchOf({
  list: z.enum(listNames),
  hazard: z.uuid(),
  unitId: z.uuid(),
  withBelow: flag,
  foundFrom: day,
  foundTo: day,
  level: many(z.enum(hazardLevels)),
  source: many(z.enum(hazardSources)),
  category: many(z.enum(hazardCategories)),
  keyArea: many(z.enum(keyAreas)),
  account: z.enum(accounts),
});
export type ListsSearch = z.output<typeof listsSearch>;
export type ListsQuery = z.input<typeof listFilter>;

/** The address as the question to the API. */
export function listsQueryOf({ list: _list, hazard: _open, withBelow, ...rest }: ListsSearch): ListsQuery {
  return withBelow === undefined ? rest : { ...rest, withBelow: withBelow ? 'true' : 'false' };
}

/** The query bar shows the two days as one range. */
export type ListsBar = Omit<ListsSearch, 'foundFrom' | 'foundTo'> & { readonly found?: DayRange | undefined };

export function listsBarOf({ foundFrom, foundTo, ...rest }: ListsSearch): ListsBar {
  const isOpen = foundFrom === undefined && foundTo === undefined;
  return { ...rest, found: isOpen ? undefined : { from: foundFrom, to: foundTo } };
}

export function searchOfListsBar({ found, ...rest }: ListsBar): ListsSearch {
  return { ...rest, foundFrom: found?.from, foundTo: found?.to };
}

export type NamedPeriod = { readonly name: string; readonly from: string; readonly to: string };

/** The periods an office reports on, of this year and the last: quarters, halves, the year. */
export function periodsAround(today: string): NamedPeriod[] {
  const year = Number(today.slice(0, 4));
  const names = [year, year - 1].flatMap((each) => ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', ''].map((part) => `${each}${part}`));
  return names.flatMap((name) => {
    const period = periodNamed(name);
    return period === null ? [] : [{ name, from: period.from, to: lastDayOf(period) }];
  });
}
