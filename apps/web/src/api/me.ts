import * as contract from '@changming/contract/access/own';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { call } from './call.ts';

export type Me = contract.Me;

/** Who is signed in and what may be done; a 401 means nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(contract.readMe, { signal }),
  staleTime: 300_000,
  retry: false,
});

/** Only below the guard of the desk, where somebody is signed in. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}
