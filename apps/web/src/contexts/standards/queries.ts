import * as contract from '@changming/contract/standards';
import type { RuleId } from '@changming/domain/standards';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { newId } from '../../api/new-id.ts';
import type { CallArguments, CallableRoute } from '../../api/route-types.ts';

export type { CalendarYear, Clause, EditionOf, RuleInForce, RuleVersion } from '@changming/contract/standards';

const key = ['standards'];

type When = { readonly on?: string | undefined };

/** The rules as they bind a unit, or the group as a whole, on a day. */
export function rulesQuery({ unit, on }: When & { readonly unit?: string | undefined }) {
  return queryOptions({
    queryKey: [...key, 'rules', unit, on],
    queryFn: ({ signal }) => call(contract.listRules, { query: { unitId: unit, on }, signal }),
  });
}

export function ruleVersionsQuery(ruleId: RuleId) {
  return queryOptions({
    queryKey: [...key, 'versions', ruleId],
    queryFn: ({ signal }) => call(contract.listRuleVersions, { params: { ruleId }, signal }),
  });
}

export function clausesQuery(filter: When & { readonly q?: string | undefined }) {
  return keysetQuery([...key, 'clauses', filter], (after, signal) => call(contract.listClauses, { query: { ...filter, after }, signal }));
}

/** The first clauses in force today in which the words stand, to choose from. */
export function pickClausesQuery(words: string) {
  const query = { limit: '20', ...(words === '' ? {} : { q: words }) };
  return queryOptions({
    queryKey: [...key, 'clauses', 'pick', words],
    queryFn: ({ signal }) => call(contract.listClauses, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function clauseQuery(code: string) {
  return queryOptions({
    queryKey: [...key, 'clause', code],
    queryFn: ({ signal }) => call(contract.readClause, { params: { code }, signal }),
  });
}

export function editionsQuery(filter: When) {
  return queryOptions({
    queryKey: [...key, 'editions', filter],
    queryFn: ({ signal }) => call(contract.listEditions, { query: filter, signal }),
  });
}

export function calendarQuery(year: number) {
  return queryOptions({
    queryKey: [...key, 'calendar', year],
    queryFn: ({ signal }) => call(contract.readCalendar, { params: { year }, signal }),
  });
}

type Body<Route extends CallableRoute> = CallArguments<Route> extends { readonly body: infer Sent } ? Sent : never;

function useStandardsAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
}

/** `id` is made once per form, so that a second send sets nothing more. */
export function useSetRule() {
  return useStandardsAct((body: Body<typeof contract.setRule> & { readonly id: string }) =>
    call(contract.setRule, { body, idempotencyKey: body.id }),
  );
}

export function useEndRule() {
  return useStandardsAct(({ id, ...body }: Body<typeof contract.endRule> & { readonly id: string }) =>
    call(contract.endRule, { params: { id }, body }),
  );
}

export function useKeepClause() {
  return useStandardsAct((body: Body<typeof contract.keepClause>) => call(contract.keepClause, { body, idempotencyKey: newId() }));
}

export function useSetDays(year: number) {
  return useStandardsAct((body: Body<typeof contract.setDays>) => call(contract.setDays, { params: { year }, body }));
}
