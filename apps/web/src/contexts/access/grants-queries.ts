import * as contract from '@changming/contract/access/grants';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import type { grantInput, grantsInput } from '@changming/domain/access';

export type Grant = contract.Grant;

export function grantsQuery({ unitId, withBelow }: { readonly unitId?: string | undefined; readonly withBelow?: boolean | undefined }) {
  return keysetQuery(['access', 'grants', unitId, withBelow], (after, signal) =>
    call(contract.listGrants, { query: { unitId, withBelow: withBelow === false ? 'false' : 'true', after }, signal }),
  );
}

/** Every grant of one account, with those that were withdrawn. No account holds so many that a page would not do. */
export function grantsOfQuery(accountId: string) {
  return queryOptions({
    queryKey: ['access', 'grants', 'of', accountId],
    queryFn: ({ signal }) => call(contract.listGrants, { query: { accountId, past: 'true', limit: '200' }, signal }),
  });
}

function useGrantAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['access'] }) });
}

export function useGiveGrant() {
  return useGrantAct((body: z.input<typeof grantInput>) => call(contract.giveGrant, { body }));
}

export function useGiveGrants() {
  return useGrantAct((body: z.input<typeof grantsInput>) => call(contract.giveGrants, { body }));
}

/** One after the other, so that a refusal leaves the rest as it was. */
export function useEndGrants() {
  return useGrantAct(async (grantIds: readonly string[]) => {
    for (const grantId of grantIds) await call(contract.endGrant, { params: { grantId } });
  });
}
