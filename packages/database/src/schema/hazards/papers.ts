import type { JSONColumnType } from 'kysely';

/** A row of a ledger from before the go-live, as it told of a hazard. */
export type HazardLedgerRow = {
  hazard_id: string;
  file_hash: string;
  file_name: string;
  sheet: string;
  row: number;
  words: JSONColumnType<Record<string, string>>;
  /** 验收日期, where the row tells one: a ledger may have its hazard accepted before it was done, and closed on the later day. */
  accepted_on: string | null;
  told_at: Date;
};
