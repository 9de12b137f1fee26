import type { Day } from '../../kernel/index.ts';
import type { PointKind } from '../../points/index.ts';
import type { Source } from '../verdict.ts';
import type { PointField } from './point-fields.ts';

/** What offices write of a point beside its name. */
type Details = {
  /** 编号 that the office gives it; counts within the unit. */
  readonly ownNo: string | null;
  readonly place: string | null;
  readonly remark: string | null;
};

/** A point as a ledger tells it. */
export type PointDraft = Details & {
  readonly source: Source;
  readonly unitId: string;
  readonly name: string;
  /** What the ledger says, or its name; `other` where neither tells. */
  readonly kind: PointKind;
  /** Whether the ledger says it: what the name suggests changes no point that is there. */
  readonly isKindTold: boolean;
  /** 点位码, when the ledger carries one of ours: plates that hang stay good. */
  readonly code: string | null;
  readonly keeperId: string | null;
  /** 重点部位; null: not told. */
  readonly key: boolean | null;
  readonly keyReason: string | null;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  /** Every cell that a known column has, as it is written: nothing of the row is lost. */
  readonly words: Readonly<Partial<Record<PointField, string>>>;
  /** It is there already and the file tells more of it. */
  readonly existingId: string | null;
};

/** A point the product has already, a closed one too. */
export type RegisteredPoint = Details & {
  readonly id: string;
  readonly code: string;
  readonly unitId: string;
  readonly name: string;
  readonly kind: PointKind;
  /** Whoever keeps it today. */
  readonly keeperId: string | null;
  readonly key: boolean;
  readonly closedOn: Day | null;
  /** Rows it was imported from, as `hash!sheet!row`. */
  readonly rows: readonly string[];
};

/** A row that makes somebody the keeper of its point: the gates are asked about him before anything is written. */
export type Appointing = {
  readonly source: Source;
  readonly personId: string;
  readonly unitId: string;
  readonly openedOn: Day | null;
  readonly existingId: string | null;
};

/** Somebody who may keep a point; one who has left is named in old ledgers and keeps none. */
export type KnownKeeper = {
  readonly id: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly unitId: string;
  readonly leftOn: Day | null;
};
