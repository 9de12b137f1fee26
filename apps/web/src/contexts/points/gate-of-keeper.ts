import * as contract from '@changming/contract/workforce';
import { queryOptions, useQuery } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import type { PickedPerson } from '../workforce/components/person-picker.tsx';

export type KeeperGate = {
  readonly standing: readonly contract.Objection[];
  /** What the API would answer, in its words; null when he may. */
  readonly closed: string | null;
  readonly isAsking: boolean;
};

type Wanted = {
  readonly unitId: string;
  readonly keeper: PickedPerson | null | undefined;
  readonly from: string | undefined;
  /** A lift is judged of its first day alone, a term of today as well. */
  readonly act: 'keep' | 'lift';
};

/** Whether somebody may keep a point of the unit from that day on, as the API judges it. */
export function useKeeperGate(wanted: Wanted): KeeperGate {
  const { data, isLoading } = useQuery({ ...gateQuery(wanted), enabled: wanted.keeper != null && wanted.from !== undefined });
  const standing = (data?.objections ?? []).filter(({ lifted }) => !lifted);
  const facts = { name: data?.name ?? '', count: standing.length };
  return { standing, closed: data?.stops === true ? refusalSentence('workforce.gate_closed', facts) : null, isAsking: isLoading };
}

/** Asked anew each time: what was missing is often made good, or lifted, beside this page. */
function gateQuery({ unitId, keeper, from, act }: Wanted) {
  const personId = keeper?.id ?? '';
  const query = { unitId, post: 'pointKeeper', ...(act === 'keep' ? { from } : { on: from }) } as const;
  return queryOptions({
    queryKey: ['workforce', 'gate', personId, query],
    queryFn: ({ signal }) => call(contract.readGate, { params: { personId }, query, signal }),
    staleTime: 0,
  });
}
