import * as contract from '@changming/contract/access';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { meQuery } from '../../api/me.ts';

/** What changes the own account shows in `me` at once. */
function useOwnAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: meQuery.queryKey }) });
}

/** A secret for the authenticator; it counts only after its first code was confirmed. */
export function useBeginTotp() {
  return useMutation({ mutationFn: (password: string) => call(contract.beginTotp, { body: { password } }) });
}

/** The recovery codes come with it; `me` is read again when they have been kept. */
export function useConfirmTotp() {
  return useMutation({ mutationFn: (code: string) => call(contract.confirmTotp, { body: { code } }) });
}

export function useDisableTotp() {
  return useOwnAct((password: string) => call(contract.disableTotp, { body: { password } }));
}

export function useSetPin() {
  return useOwnAct((body: { readonly password: string; readonly pin: string }) => call(contract.setPin, { body }));
}

export function useRenewRecoveryCodes() {
  return useMutation({ mutationFn: (password: string) => call(contract.renewRecoveryCodes, { body: { password } }) });
}

/** Which ways to sign in the house has beside the password. */
export const signInWaysQuery = queryOptions({
  queryKey: ['access', 'signInWays'],
  staleTime: Infinity,
  queryFn: ({ signal }) => call(contract.readSignInWays, { signal }),
});

/** Leaves for the identity provider when the password was right. */
export function useBeginSsoBinding() {
  return useMutation({
    mutationFn: (password: string) => call(contract.beginSsoBinding, { body: { password } }),
    onSuccess: ({ url }) => globalThis.location.assign(url),
  });
}

export function useUnbindSso() {
  return useOwnAct((password: string) => call(contract.unbindSso, { body: { password } }));
}

export function useScanCode() {
  return useMutation({ mutationFn: () => call(contract.showScanCode) });
}
