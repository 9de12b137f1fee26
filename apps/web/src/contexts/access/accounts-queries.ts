import * as contract from '@changming/contract/access/accounts';
import type { Role } from '@changming/domain/access';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';

export type Account = contract.Account;
export type Candidate = contract.Candidate;
export type Slip = contract.Slip;
export type AccountFilter = {
  readonly q?: string | undefined;
  readonly state?: 'active' | 'disabled' | 'locked' | 'neverSignedIn' | undefined;
  readonly role?: Exclude<Role, 'clockwork'> | undefined;
  readonly unitId?: string | undefined;
  readonly withBelow?: boolean | undefined;
};
export type CandidateFilter = Omit<AccountFilter, 'state' | 'role'>;

/** Everything that shows an account; a change to one may move it in every list. */
const accountsKey = ['access', 'accounts'];

export function accountsQuery({ withBelow, ...filter }: AccountFilter) {
  return keysetQuery([...accountsKey, filter, withBelow], (after, signal) =>
    call(contract.listAccounts, { query: { ...filter, ...depthOf(withBelow), after }, signal }),
  );
}

export function accountQuery(accountId: string) {
  return queryOptions({
    queryKey: [...accountsKey, 'one', accountId],
    queryFn: ({ signal }) => call(contract.readAccount, { params: { accountId }, signal }),
  });
}

export function candidatesQuery({ withBelow, ...filter }: CandidateFilter) {
  return keysetQuery([...accountsKey, 'candidates', filter, withBelow], (after, signal) =>
    call(contract.listCandidates, { query: { ...filter, ...depthOf(withBelow), after, limit: '200' }, signal }),
  );
}

/** Whom of a pasted list an account can be opened for; nothing changes by asking. */
export function useCandidatesByStaffNo() {
  return useMutation({ mutationFn: (staffNos: string[]) => call(contract.candidatesByStaffNo, { body: { staffNos } }) });
}

function depthOf(withBelow: boolean | undefined): { withBelow?: 'false' } {
  return withBelow === false ? { withBelow: 'false' } : {};
}

function useAccountAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: accountsKey }) });
}

type WithReason = { readonly accountId: string; readonly reason: string };

export function useCreateAccounts() {
  return useAccountAct((personIds: readonly string[]) => call(contract.createAccounts, { body: { personIds: [...personIds] } }));
}

export function useResetPassword() {
  return useAccountAct(({ accountId, reason }: WithReason) => call(contract.resetPassword, { params: { accountId }, body: { reason } }));
}

export function useDisableAccount() {
  return useAccountAct(({ accountId, reason }: WithReason) => call(contract.disableAccount, { params: { accountId }, body: { reason } }));
}

export function useEnableAccount() {
  return useAccountAct((accountId: string) => call(contract.enableAccount, { params: { accountId } }));
}

export function useUnlockAccount() {
  return useAccountAct((accountId: string) => call(contract.unlockAccount, { params: { accountId } }));
}

export function useEndAllSessions() {
  return useAccountAct((accountId: string) => call(contract.endAllSessions, { params: { accountId } }));
}

export function useRemoveTotp() {
  return useAccountAct(({ accountId, reason }: WithReason) => call(contract.removeTotp, { params: { accountId }, body: { reason } }));
}

/** The first few accounts that a word finds, for choosing one. */
export function foundAccountsQuery(q: string) {
  return queryOptions({
    queryKey: [...accountsKey, 'found', q],
    queryFn: ({ signal }) => call(contract.listAccounts, { query: { limit: '20', ...(q === '' ? {} : { q }) }, signal }),
  });
}
