import type { DocumentOrder, DocumentState, OrderedList } from '@changming/domain/hazards';
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

export type HazardDocumentRow = {
  id: string;
  person_id: string;
  list: OrderedList;
  filter: JSONColumnType<DocumentOrder['filter']>;
  unit_ids: string[];
  language: 'zh-CN' | 'en';
  state: DocumentState;
  rows: number;
  name: string | null;
  bytes: number | null;
  sha256: string | null;
  asked_at: Date;
  ready_at: Date | null;
};
