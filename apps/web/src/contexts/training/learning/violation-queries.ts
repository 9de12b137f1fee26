import * as contract from '@changming/contract/training';
import { queryOptions } from '@tanstack/react-query';

import { call } from '../../../api/call.ts';
import { keysetQuery } from '../../../api/keyset.ts';
import type { BodyOf } from './queries.ts';

export type BehaviourCheck = Awaited<ReturnType<typeof checksOf>>['items'][number];
export type GoodAct = Awaited<ReturnType<typeof goodActsOf>>['items'][number];
export type BesideSearch = { readonly unitId?: string | undefined };

type Page = BesideSearch & { readonly after?: string | undefined };

const key = ['training', 'learning'];

function checksOf(query: Page, signal: AbortSignal) {
  return call(contract.listBehaviourChecks, { query, signal });
}

function goodActsOf(query: Page, signal: AbortSignal) {
  return call(contract.listGoodActs, { query, signal });
}

export function behaviourChecksQuery(search: BesideSearch) {
  return keysetQuery([...key, 'checks', search], (after, signal) => checksOf({ ...search, after }, signal));
}

export function goodActsQuery(search: BesideSearch) {
  return keysetQuery([...key, 'praise', search], (after, signal) => goodActsOf({ ...search, after }, signal));
}

/** The closed sessions that somebody attended since a day, the latest first. */
export function attendedQuery(personId: string, since: string) {
  return queryOptions({
    queryKey: [...key, 'attended', personId, since],
    queryFn: async ({ signal }) => {
      const { credits } = await call(contract.readPersonTraining, { params: { personId }, signal });
      return credits.filter(({ attended, on }) => attended && on >= since);
    },
  });
}

export function checkBehaviour(body: BodyOf<typeof contract.checkBehaviour> & { readonly id: string }) {
  return call(contract.checkBehaviour, { body, idempotencyKey: body.id });
}

export function praise(body: BodyOf<typeof contract.praise> & { readonly id: string }) {
  return call(contract.praise, { body, idempotencyKey: body.id });
}

export function completeRetraining({ retrainingId, sessionId }: { readonly retrainingId: string; readonly sessionId: string }) {
  return call(contract.completeRetraining, { params: { retrainingId }, body: { sessionId } });
}
