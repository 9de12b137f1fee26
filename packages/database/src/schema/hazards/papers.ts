import type { JSONColumnType } from 'kysely';

/** A row of a ledger from before the go-live, as it told of a hazard. */
export type HazardLedgerRow = {
  hazard_id: string;
  file_hash: string;
  file_name: string;
  sheet: string;
  row: number;
  words: JSONColumnType<Record<string, string>>;
  told_at: Date;
};
