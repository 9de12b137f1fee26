import * as contract from '@changming/contract/access/settings';
import type { PasswordProfile } from '@changming/domain/access';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call, callTagged } from '../../api/call.ts';
import { meQuery } from '../../api/me.ts';

export const settingsQuery = queryOptions({
  queryKey: ['access', 'settings'],
  queryFn: ({ signal }) => callTagged(contract.readAccessSettings, { signal }),
});

/** Refused when somebody else changed the rules since they were read. */
export function useConfigureAccess() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ passwordProfile, etag }: { readonly passwordProfile: PasswordProfile; readonly etag: string | null }) =>
      call(contract.configureAccess, { body: { passwordProfile }, ...(etag === null ? {} : { ifMatch: etag }) }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
        client.invalidateQueries({ queryKey: meQuery.queryKey }),
      ]),
  });
}
