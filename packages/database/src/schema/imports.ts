import type {
  Answers,
  AwaitedRows,
  CellProblem,
  ImportFailure,
  PreviewRow,
  SheetMapping,
  SkipReason,
  Source,
  VerdictCounts,
} from '@changming/domain/imports';
import type { Generated, JSONColumnType } from 'kysely';

import type { UnitPos } from './known.ts';

export type ImportKind = 'units' | 'workforce' | 'points' | 'hazards' | 'specialEquipment' | 'fireEquipment' | 'risks' | 'training';
export type ImportState = 'declared' | 'reading' | 'planned' | 'running' | 'done' | 'failed';

/** How a sheet was understood, with its first rows. */
export type ShownSheet = SheetMapping<string> & { readonly preview: readonly PreviewRow[] };

/** What is to be said about a row, by its verdict. */
export type ImportRowDetail = {
  readonly warnings?: readonly CellProblem[];
  readonly questions?: readonly CellProblem[];
  readonly problems?: readonly CellProblem[];
  readonly reason?: SkipReason;
  readonly sameAs?: Source | null;
};

export type ImportBatchRow = {
  id: string;
  kind: ImportKind;
  unit_id: string;
  unit_pos: UnitPos;
  file_name: string;
  file_hash: string | null;
  state: ImportState;
  failure: JSONColumnType<ImportFailure> | null;
  answers: JSONColumnType<Answers>;
  counts: JSONColumnType<VerdictCounts> | null;
  mapping: JSONColumnType<ShownSheet[]> | null;
  effective_on: string;
  /** 期初, as headquarters has marked it. */
  opening: Generated<boolean>;
  only_if_all: Generated<boolean>;
  made: Generated<number>;
  changed: Generated<number>;
  account_id: string | null;
  person_id: string | null;
  created_at: Date;
  planned_at: Date | null;
  begun_at: Date | null;
  done_at: Date | null;
  state_since: Date;
  /** Rows that wait for somebody to confirm them, and in which version of the batch that was told. */
  awaiting: JSONColumnType<AwaitedRows[]> | null;
  awaiting_told: number | null;
  version: Generated<number>;
};

export type ImportFileRow = { batch_id: string; sealed: Buffer; bytes: number };

export type ImportRowRow = {
  batch_id: string;
  n: number;
  sheet: string;
  row: number;
  verdict: 'ready' | 'ask' | 'wrong' | 'skip';
  title: string | null;
  detail: JSONColumnType<ImportRowDetail>;
};

export type ImportRecordRow = { batch_id: string; record_id: string; sheet: string; row: number; remainder_sealed: Buffer | null };

/** Part 0 tells what the ledger was judged against, the others what it says. */
export type ImportLedgerRow = { batch_id: string; part: number; sealed: Buffer };

export type ImportTables = {
  import_batches: ImportBatchRow;
  import_files: ImportFileRow;
  import_rows: ImportRowRow;
  import_records: ImportRecordRow;
  import_ledgers: ImportLedgerRow;
};
