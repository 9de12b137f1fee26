import * as contract from '@changming/contract/units';
import { queryOptions } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import type { UnitSource } from '../../ui/unit-tree.tsx';

/** The tree as `UnitTree` asks for it, at the left of every list. */
export const unitSource: UnitSource = {
  queryKey: ['units', 'tree'],
  children: async (parentId, signal) => {
    const { items } = await call(contract.listChildren, { query: parentId === null ? {} : { parentId }, signal });
    return items.map(({ id, name, hasChildren }) => ({ id, name, leaf: !hasChildren }));
  },
  search: async (text, signal) => {
    const { items } = await call(contract.searchUnits, { query: { q: text }, signal });
    return items.map(({ id, name, path }) => ({ id, name, trail: path }));
  },
};

export function unitQuery(unitId: string) {
  return queryOptions({
    queryKey: ['units', 'detail', unitId],
    queryFn: ({ signal }) => call(contract.readUnit, { params: { unitId }, signal }),
  });
}
