import * as contract from '@changming/contract/hazards';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';

import { call } from '../../api/call.ts';
import { keysetQuery } from '../../api/keyset.ts';
import { hazardsKey } from './queries.ts';

export const lookBackStates = ['owed', 'overdue', 'held', 'relapsed', 'all'] as const;
export type LookBackState = (typeof lookBackStates)[number];

export type LookBackLine = z.output<
  (typeof contract.listLookBacks.responses)[200]['content']['application/json']['schema']
>['items'][number];

export function lookBacksQuery(state: LookBackState) {
  return keysetQuery([...hazardsKey, 'look-backs', state], (after, signal) =>
    call(contract.listLookBacks, { query: { state, after }, signal }),
  );
}

export const drawsQuery = queryOptions({
  queryKey: [...hazardsKey, 'draws'],
  queryFn: ({ signal }) => call(contract.listDraws, { signal }),
});

/** The true-closure share of what was closed in a month, `2026-02`. */
export function trueClosureQuery(period: string) {
  return queryOptions({
    queryKey: [...hazardsKey, 'true-closure', period],
    queryFn: ({ signal }) => call(contract.readTrueClosure, { query: { period }, signal }),
    staleTime: 300_000,
  });
}

/** The last months up to that of a day, the earliest first. */
export function monthsUpTo(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return Array.from({ length: count }, (_, at) => {
    const index = year * 12 + (month - 1) - (count - 1 - at);
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}
