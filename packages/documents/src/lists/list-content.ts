import type { Account, HazardCategory, HazardLevel, HazardSource, HazardStage, KeyArea, LookBackResult } from '@changming/domain/hazards';

import type { Picture } from '../paper/paper.ts';

type Photo = { readonly sha256: string };

/** One hazard as the three lists print it; money is in 分. */
export type ListedHazard = {
  readonly number: string;
  readonly unit: string;
  readonly place: string | null;
  readonly keyArea: KeyArea;
  readonly text: string | null;
  readonly category: HazardCategory;
  readonly level: HazardLevel | null;
  readonly clauses: readonly string[];
  readonly source: HazardSource;
  readonly anonymous: boolean;
  readonly finder: string | null;
  readonly foundOn: string;
  readonly beforePhotos: readonly Photo[];
  readonly measures: string | null;
  readonly responsibleUnit: string | null;
  readonly leader: string | null;
  readonly responsible: string | null;
  readonly funds: number | null;
  readonly dueOn: string | null;
  readonly contingency: string | null;
  readonly contingencyWaived: boolean;
  readonly supervisor: string | null;
  readonly extendedFromOn: string | null;
  readonly stage: HazardStage;
  readonly account: Account;
  readonly rectifiedOn: string | null;
  readonly afterPhotos: readonly Photo[];
  readonly spent: number | null;
  readonly acceptor: string | null;
  readonly acceptedOn: string | null;
  readonly opinion: string | null;
  readonly lookBackOn: string | null;
  readonly lookBackResult: LookBackResult | null;
  readonly lesson: string | null;
};

export type ListTotal = Readonly<Record<Account | 'problems' | 'difference' | 'fundsPlanned' | 'fundsSpent', number>>;

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
