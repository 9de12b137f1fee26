import * as contract from '@changming/contract/workforce';
import { judgedOn } from '@changming/domain/workforce';
import { useQueries } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import { dayOf } from '../../ui/dates.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import type { PickedPerson } from '../workforce/components/person-picker.tsx';

export type KeeperGate = {
  readonly standing: readonly contract.Objection[];
  /** What the API would answer, in its words; null when he may. */
  readonly closed: string | null;
  readonly isAsking: boolean;
};

type Wanted = { readonly unitId: string; readonly keeper: PickedPerson | null | undefined; readonly from: string | undefined };

/** Whether somebody may keep a point of the unit from that day on, as the API judges it. */
export function useKeeperGate({ unitId, keeper, from }: Wanted): KeeperGate {
  const days = keeper == null || from === undefined ? [] : judgedOn({ from, to: null }, dayOf(new Date()));
  const personId = keeper?.id ?? '';
  const answers = useQueries({
    queries: days.map((on) => ({
      queryKey: ['workforce', 'gate', personId, unitId, 'pointKeeper', on],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call(contract.readGate, { params: { personId }, query: { unitId, post: 'pointKeeper', on }, signal }),
    })),
  });
  const found = answers.flatMap(({ data }) => (data?.objections ?? []).filter(({ lifted }) => !lifted));
  const standing = [...new Map(found.map((each) => [`${each.gate}:${each.code}`, each])).values()];
  const name = keeper?.name ?? '';
  const closed = standing.length === 0 ? null : refusalSentence('workforce.gate_closed', { name, count: standing.length });
  return { standing, closed, isAsking: answers.some(({ isLoading }) => isLoading) };
}
