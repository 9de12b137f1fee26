import * as contract from '@changming/contract/access/own';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { meQuery } from '../../api/me.ts';

export type Credentials = { readonly login: string; readonly password: string; readonly totp?: string };

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: Credentials) => {
      await call(contract.signIn, { body });
      return client.fetchQuery({ ...meQuery, staleTime: 0 });
    },
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: { readonly current: string; readonly next: string }) => {
      await call(contract.changePassword, { body });
      await client.fetchQuery({ ...meQuery, staleTime: 0 });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
}

export const ownSessionsQuery = queryOptions({
  queryKey: ['access', 'sessions'],
  queryFn: ({ signal }) => call(contract.listOwnSessions, { signal }),
});

export function useEndOtherSessions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(contract.endOtherSessions),
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
}

export function useEndOwnSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) => call(contract.endOwnSession, { params: { sessionId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ownSessionsQuery.queryKey }),
  });
}
