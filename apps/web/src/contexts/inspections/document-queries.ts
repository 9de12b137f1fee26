import * as contract from '@changming/contract/inspections/documents';
import { queryOptions } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import type { Answer } from '../../api/route-types.ts';
import { inspectionsKey } from './inspections-key.ts';

type Ordered = Answer<typeof contract.listDocuments>['items'][number];

/** 我的导出; looked at again while one of them is in the making. */
export const documentsQuery = queryOptions({
  queryKey: [...inspectionsKey, 'documents'],
  queryFn: async ({ signal }) => (await call(contract.listDocuments, { signal })).items,
  refetchInterval: ({ state }) => (state.data?.some((each) => each.state === 'waiting') === true ? 3000 : false),
});

/** The address a browser downloads a ready file from. */
export function addressOf({ id }: Pick<Ordered, 'id'>): string {
  return `/api/v1/me/inspection-documents/${id}/file`;
}
