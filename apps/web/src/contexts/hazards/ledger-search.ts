import type { hazardFilter, queueFilter } from '@changming/domain/hazards';
import { hazardCategories, hazardLevels, hazardSources, hazardStages, keyAreas, ledgerSorts } from '@changming/domain/hazards';
import { z } from 'zod';

import { flag, many, searchOf } from '../../app/search-params.ts';

const day = z.iso.date();

/** The ledger in the address: the names are those of the contract's filter; `hazard` is the record that is open. */
export const ledgerSearch = searchOf({
  hazard: z.uuid(),
  /** Only what the person who looks is responsible for, so that the same address serves everybody. */
  mine: flag,
  stage: many(z.enum(hazardStages)),
  level: many(z.enum(hazardLevels)),
  category: many(z.enum(hazardCategories)),
  source: many(z.enum(hazardSources)),
  keyArea: many(z.enum(keyAreas)),
  overdue: flag,
  recurrence: flag,
  suggested: flag,
  supervised: flag,
  beforeLack: flag,
  unitId: z.uuid(),
  withBelow: flag,
  pointId: z.uuid(),
  responsibleId: z.uuid(),
  foundById: z.uuid(),
  text: z.string().max(100),
  foundFrom: day,
  foundTo: day,
  dueFrom: day,
  dueTo: day,
  closedFrom: day,
  closedTo: day,
  sort: z.enum(ledgerSorts),
});
export type LedgerSearch = z.output<typeof ledgerSearch>;
export type LedgerQuery = z.input<typeof hazardFilter>;
export type QueueQuery = z.input<typeof queueFilter>;

/** The address as the question to the API; `personId` is who asks. */
export function queryOf(search: LedgerSearch, personId: string | null): LedgerQuery {
  const { hazard: _open, mine, overdue, recurrence, suggested, supervised, beforeLack, withBelow, ...rest } = search;
  return {
    ...rest,
    responsibleId: mine === true ? (personId ?? undefined) : rest.responsibleId,
    overdue: said(overdue),
    recurrence: said(recurrence),
    suggested: said(suggested),
    supervised: said(supervised),
    beforeLack: said(beforeLack),
    withBelow: said(withBelow),
  };
}

/** The conditions that a saved view keeps: everything but the record that happens to be open. */
export function viewOf(search: LedgerSearch, personId: string | null): Record<string, unknown> {
  return Object.fromEntries(Object.entries(queryOf(search, personId)).filter(([, value]) => value !== undefined));
}

/** A saved view as the address again. */
export function searchOfView(filter: Readonly<Record<string, unknown>>, personId: string | null): LedgerSearch {
  const search = ledgerSearch.parse(filter);
  const mine = personId !== null && search.responsibleId === personId;
  return mine ? { ...search, responsibleId: undefined, mine: true } : search;
}

function said(wanted: boolean | undefined): 'true' | 'false' | undefined {
  if (wanted === undefined) return undefined;
  return wanted ? 'true' : 'false';
}
