import * as contract from '@changming/contract/analytics';
import { queryOptions } from '@tanstack/react-query';

import { call } from '../../api/call.ts';

export type { CatalogueDataset } from '@changming/contract/analytics';

export const catalogueQuery = queryOptions({
  queryKey: ['analytics', 'catalogue'],
  queryFn: ({ signal }) => call(contract.listDatasets, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
