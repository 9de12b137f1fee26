import * as contract from '@changming/contract/access/tokens';
import type { tokenInput } from '@changming/domain/access';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';

export type Token = contract.Token;

/** How many days before its last one a token is warned about. */
export const warnDays = 30;

const tokensKey = ['access', 'tokens'];

export function tokensQuery({ expiresBy }: { readonly expiresBy?: string | undefined }) {
  return keysetQuery([...tokensKey, expiresBy], (after, signal) => call(contract.listTokens, { query: { expiresBy, after }, signal }));
}

function useTokenAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: tokensKey }) });
}

export function useIssueToken() {
  return useTokenAct((body: z.input<typeof tokenInput>) => call(contract.issueToken, { body }));
}

export function useRotateToken() {
  return useTokenAct((tokenId: string) => call(contract.rotateToken, { params: { tokenId } }));
}

export function useRevokeToken() {
  return useTokenAct((tokenId: string) => call(contract.revokeToken, { params: { tokenId } }));
}
