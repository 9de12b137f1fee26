import type { Account, ListedHazard } from '@changming/domain/hazards';

import type { Picture } from '../paper/paper.ts';

export type { ListedHazard } from '@changming/domain/hazards';

export type ListTotal = Readonly<
  Record<Account | 'problems' | 'difference', number> & Record<'fundsPlanned' | 'fundsSpent', number | null>
>;

/** What a list is printed from. */
export type ListContent = {
  readonly units: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly rows: readonly ListedHazard[];
  readonly total: ListTotal;
  readonly today: string;
  /** Pictures by the hash of their photo; null when none are wanted. */
  readonly thumbs: ReadonlyMap<string, Picture> | null;
};
