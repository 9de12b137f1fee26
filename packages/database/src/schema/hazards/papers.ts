import type { ColumnType, JSONColumnType } from 'kysely';

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

/** Other words of a ledger for a hazard, or words that are not it, as a person said. */
export type HazardAliasRow = {
  hazard_id: string;
  text_key: string;
  key_md5: ColumnType<string, never, never>;
  kind: 'same' | 'apart';
  text: string;
} & SaidOfRow;

/** What a ledger told of a hazard otherwise, and a person kept the hazard against. */
export type HazardKeptTellingRow = {
  hazard_id: string;
  field: string;
  value: string;
  value_md5: ColumnType<string, never, never>;
} & SaidOfRow;

/** Of which row of which ledger a person said it, and whether somebody has taken it back since. */
type SaidOfRow = {
  batch_id: string;
  file_name: string;
  sheet: string;
  row: number;
  said_by_id: string | null;
  said_at: Date;
  taken_back_at: Date | null;
  taken_back_by_id: string | null;
  taken_back_reason: string | null;
};
