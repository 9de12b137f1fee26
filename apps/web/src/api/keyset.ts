import { infiniteQueryOptions, type UseQueryResult, useInfiniteQuery } from '@tanstack/react-query';

import type { KeysetList } from '../ui/data-table.tsx';

/** One page of a list as every list of the contract answers it; `total` is capped and only the first page need carry it. */
export type Page<Row> = {
  readonly items: readonly Row[];
  readonly next: string | null;
  readonly total?: { readonly count: number; readonly capped: boolean } | null | undefined;
  readonly tooMany?: boolean | undefined;
};

/**
 * A list that grows by its cursor. `load` calls the route with the filter and `after`:
 * `keysetQuery(['hazards', filter], (after, signal) => call(listHazards, { query: { ...filter, after }, signal }))`.
 */
export function keysetQuery<Row>(key: readonly unknown[], load: (after: string | undefined, signal: AbortSignal) => Promise<Page<Row>>) {
  return infiniteQueryOptions({
    queryKey: [...key, 'keyset'],
    queryFn: ({ pageParam, signal }) => load(pageParam ?? undefined, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
}

/** The rows loaded so far and how to get more, as `DataTable` shows them. */
export function useKeyset<Row>(options: ReturnType<typeof keysetQuery<Row>>): KeysetList<Row> {
  const list = useInfiniteQuery(options);
  const pages = list.data?.pages ?? [];
  const { total = null, tooMany = false } = pages[0] ?? {};
  return {
    rows: pages.flatMap(({ items }) => items),
    total,
    tooMany,
    loading: list.isPending || (list.isRefetching && !list.isFetchingNextPage),
    error: list.error,
    hasMore: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    onMore: () => void list.fetchNextPage(),
    onRefresh: () => void list.refetch(),
  };
}

/** A list that comes in one piece, for the same table. */
export function wholeList<Row>(list: UseQueryResult<{ readonly items: readonly Row[] }>): KeysetList<Row> {
  const rows = list.data?.items ?? [];
  return {
    rows,
    total: { count: rows.length, capped: false },
    loading: list.isPending,
    error: list.error,
    hasMore: false,
    loadingMore: false,
    onMore: () => undefined,
    onRefresh: () => void list.refetch(),
  };
}
