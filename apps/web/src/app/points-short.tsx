import { useQuery } from '@tanstack/react-query';

import { shortfallsQuery } from '../contexts/inspections/plan-queries.ts';

type Branch = { readonly unitId?: string | undefined; readonly withBelow?: boolean | undefined };

/** 频次不足: how many points of a branch are looked at too seldom for the colour of their risks; undefined until it is known. */
export function usePointsShort(branch: Branch): number | undefined {
  const { data } = useQuery(shortfallsQuery(branch));
  return data?.points;
}
