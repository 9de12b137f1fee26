import type { FactorCode, HazardCategory, HazardKind, HazardSource, KeyArea, OpeningHazard } from '@changming/domain/hazards';

/** The row of a ledger that tells of a hazard. */
export type LedgerRow = {
  readonly fileHash: string;
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  /** Every cell of the row as it is written, by the name of its column. */
  readonly words: Readonly<Record<string, string>>;
  readonly acceptedOn: string | null;
};

/** 期初: a hazard as a ledger tells it, at whatever stage. */
export type LedgerHazard = OpeningHazard & {
  readonly ledger: LedgerRow;
  readonly foundOn: string;
  readonly text: string;
  readonly place: string | null;
  readonly category: HazardCategory;
  readonly factor: FactorCode | null;
  readonly keyArea: KeyArea;
  readonly kind: HazardKind;
  readonly source: HazardSource;
  /** Of a hazard that is there: what this row tells otherwise and a person, or its silence before, lets be taken. */
  readonly takes?: readonly string[];
};
