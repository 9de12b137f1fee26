import type { HazardCategory } from './categories.ts';
import type { HazardStage } from './hazard.ts';
import type { KeyArea } from './key-areas.ts';
import type { HazardLevel } from './levels.ts';
import type { LookBackResult } from './look-back.ts';
import type { Account } from './reconciliation.ts';
import type { HazardSource } from './sources.ts';

/** One hazard as the three lists print it; money is in 分. */
export type ListedHazard<Photo = { readonly sha256: string }> = {
  readonly number: string;
  /** Its path below the group. */
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
  /** 缺整改前照片: why there is none. */
  readonly beforeLack: string | null;
  readonly measures: string | null;
  readonly responsibleUnit: string | null;
  readonly leader: string | null;
  readonly responsible: string | null;
  readonly funds: number | null;
  readonly dueOn: string | null;
  readonly contingency: string | null;
  /** 不涉及 was stated instead of a contingency plan. */
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
  /** 期初: what the office wrote where the product keeps a word of its own instead; empty for what was reported here. */
  readonly asWritten: { readonly form?: string; readonly remark?: string };
};
