import type { KeysetList } from '../../../ui/data-table.tsx';
import type { HazardSummary } from '../queries.ts';

export type Queue = {
  readonly list: KeysetList<HazardSummary>;
  readonly at: number;
  readonly current: HazardSummary | null;
  readonly next: () => void;
  readonly previous: () => void;
  readonly choose: (hazardId: string) => void;
  /** After the current one was done: the next one that waits. */
  readonly advance: () => void;
};

/** Where one stands in a queue; the address says which hazard, the first one when it says nothing. */
export function queueOf(list: KeysetList<HazardSummary>, hazardId: string | undefined, choose: (hazardId: string) => void): Queue {
  const found = list.rows.findIndex(({ id }) => id === hazardId);
  const at = Math.max(found, 0);
  const go = (to: number) => {
    const row = list.rows[to];
    if (row !== undefined) choose(row.id);
    if (to >= list.rows.length - 3 && list.hasMore && !list.loadingMore) list.onMore();
  };
  const advance = () => go(at + 1 < list.rows.length ? at + 1 : at - 1);
  return { list, at, current: list.rows[at] ?? null, next: () => go(at + 1), previous: () => go(at - 1), choose, advance };
}
