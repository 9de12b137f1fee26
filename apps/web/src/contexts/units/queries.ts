import * as contract from '@changming/contract/units';
import { queryOptions } from '@tanstack/react-query';

import { call } from '../../api/call.ts';
import type { UnitSource } from '../../ui/unit-tree.tsx';

/** The tree as `UnitTree` asks for it, at the left of every list. */
export const unitSource: UnitSource = {
  queryKey: ['units', 'tree'],
  children: (parentId, signal) => childrenOf(parentId, {}, signal),
  search: async (text, signal) => {
    const { items } = await call(contract.searchUnits, { query: { q: text }, signal });
    return items.map(({ id, name, path }) => ({ id, name, trail: path }));
  },
  above: (unitId, signal) => aboveOf(unitId, {}, signal),
};

/** The tree as it stood on a past day; searching finds the units of today. */
export function unitSourceOn(on: string): UnitSource {
  return {
    ...unitSource,
    queryKey: ['units', 'tree', on],
    children: (parentId, signal) => childrenOf(parentId, { on }, signal),
    above: (unitId, signal) => aboveOf(unitId, { on }, signal),
  };
}

async function childrenOf(parentId: string | null, when: { readonly on?: string }, signal: AbortSignal) {
  const { items } = await call(contract.listChildren, { query: { ...when, ...(parentId === null ? {} : { parentId }) }, signal });
  return items.map(({ id, name, hasChildren }) => ({ id, name, leaf: !hasChildren }));
}

async function aboveOf(unitId: string, when: { readonly on?: string }, signal: AbortSignal) {
  const { path } = await call(contract.readUnit, { params: { unitId }, query: when, signal });
  return path.map(({ id }) => id);
}

/** A unit of today, or as it was on a day. */
export function unitQuery(unitId: string, on?: string) {
  return queryOptions({
    queryKey: ['units', 'detail', unitId, on],
    queryFn: ({ signal }) => call(contract.readUnit, { params: { unitId }, query: on === undefined ? {} : { on }, signal }),
  });
}

/** The units directly below one, today. */
export function childrenQuery(unitId: string) {
  return queryOptions({
    queryKey: ['units', 'children', unitId],
    queryFn: ({ signal }) => call(contract.listChildren, { query: { parentId: unitId }, signal }),
  });
}

export function changesQuery(unitId: string) {
  return queryOptions({
    queryKey: ['units', 'changes', unitId],
    queryFn: ({ signal }) => call(contract.listChanges, { params: { unitId }, signal }),
  });
}
