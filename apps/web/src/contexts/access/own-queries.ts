import * as contract from '@changming/contract/access/own';
import { useMutation, useQueryClient } from '@tanstack/react-query';

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

export function useConfirmTotp() {
  return useOwnAct((code: string) => call(contract.confirmTotp, { body: { code } }));
}

export function useDisableTotp() {
  return useOwnAct((password: string) => call(contract.disableTotp, { body: { password } }));
}

export function useSetPin() {
  return useOwnAct((body: { readonly password: string; readonly pin: string }) => call(contract.setPin, { body }));
}
