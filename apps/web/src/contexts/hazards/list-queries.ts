import * as contract from '@changming/contract/hazards';
import type { DocumentFormat, ThreeList } from '@changming/domain/hazards';
import { queryOptions, useMutation } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { saveFile } from '../../api/save-file.ts';
import type { LedgerQuery } from './ledger-search.ts';
import type { ListsQuery } from './lists-search.ts';
import { hazardsKey } from './queries.ts';

export type { HazardBalance, HazardUnitBalance, ThreeListRow } from '@changming/contract/hazards';

export function threeListsQuery(filter: ListsQuery) {
  return keysetQuery([...hazardsKey, 'lists', filter], (after, signal) =>
    call(contract.listThreeLists, { query: { ...filter, after }, signal }),
  );
}

/** 对账销号 of the same hazards, whichever of the accounts is looked at. */
export function reconciliationQuery({ account: _one, ...filter }: ListsQuery) {
  return queryOptions({
    queryKey: [...hazardsKey, 'reconciliation', filter],
    queryFn: ({ signal }) => call(contract.reconcileUnits, { query: filter, signal }),
  });
}

export type WantedDocument = { readonly list: ThreeList; readonly format: DocumentFormat; readonly photos: boolean };

/** A document of what is on the page, to keep. */
export function useListDocument(filter: ListsQuery) {
  return useMutation({
    mutationFn: (body: WantedDocument) => saveFile(contract.exportList, { query: filter, body }),
  });
}

/** The ledger as a workbook with the columns of the import, to keep. */
export function useLedgerDocument(filter: LedgerQuery) {
  return useMutation({ mutationFn: () => saveFile(contract.exportLedger, { query: filter }) });
}

export function useOrderList(filter: ListsQuery) {
  return useMutation({ mutationFn: (list: ThreeList) => call(contract.orderList, { query: filter, body: { list } }) });
}

export function useOrderLedger(filter: LedgerQuery) {
  return useMutation({ mutationFn: () => call(contract.orderLedger, { query: filter }) });
}
