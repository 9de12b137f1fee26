import type {
  FactorCode,
  HazardCategory,
  HazardKind,
  HazardLevel,
  HazardOrigin,
  HazardSource,
  HazardStage,
  KeyArea,
  LookBackReason,
  LookBackResult,
  MajorTreatment,
  RequestStage,
  SuggestionStage,
  SupervisionLevel,
  SupervisionStage,
  VoidKind,
  WaivableCommitment,
} from '@changming/domain/hazards';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

import type { HazardAliasRow, HazardKeptTellingRow, HazardLedgerRow } from './hazards/papers.ts';
import type { Known, UnitPos } from './known.ts';

/** Reckoned by the database. */
type Reckoned<Value> = ColumnType<Value, never, never>;

export type HazardRow = {
  id: string;
  seq: Reckoned<number>;
  number: Reckoned<string>;
  unit_id: string;
  unit_pos: UnitPos;
  point_id: string | null;
  place: string | null;
  stage: HazardStage;
  level: HazardLevel | null;
  suggestion: Generated<SuggestionStage>;
  category: HazardCategory;
  factor: FactorCode | null;
  key_area: KeyArea;
  kind: HazardKind;
  source: HazardSource;
  origin: Generated<HazardOrigin>;
  check_item_id: string | null;
  text: string | null;
  clause_ids: Generated<string[]>;
  anonymous: Generated<boolean>;
  found_by_id: string | null;
  found_on: string;
  found_at: Date;
  claimed_at: Date;
  clock_suspect: Generated<boolean>;
  reported_at: Date;
  responsible_unit_id: string | null;
  responsible_id: string | null;
  leader_id: string | null;
  measures: string | null;
  funds: number | null;
  due_on: string | null;
  due_key: Reckoned<string>;
  contingency: string | null;
  waived: Generated<WaivableCommitment[]>;
  extended_from_on: string | null;
  on_the_spot: Generated<boolean>;
  registered_by_id: string | null;
  registered_on: string | null;
  assigned_on: string | null;
  started_on: string | null;
  submitted_by_id: string | null;
  submitted_on: string | null;
  submitted_at: Date | null;
  rectifier_ids: Generated<string[]>;
  done: string | null;
  spent: number | null;
  acceptance_due_on: string | null;
  accepted_by_id: string | null;
  closed_on: string | null;
  opinion: string | null;
  lesson: string | null;
  voided_by_id: string | null;
  voided_on: string | null;
  send_backs: Generated<number>;
  reopenings: Generated<number>;
  recurrence_of_id: string | null;
  recurrences: Generated<number>;
  supervised: Generated<boolean>;
  treatment: JSONColumnType<MajorTreatment> | null;
  /** The way in of words that whoever enters a hazard has cut already; empty afterwards. */
  grams: Reckoned<string[]>;
  version: Generated<number>;
};

export type HazardEventRow = {
  id: string;
  seq: Reckoned<number>;
  hazard_id: string;
  round: number;
  step: string;
  by_id: string | null;
  at: Date;
  note: string | null;
  facts: JSONColumnType<Record<string, string | number>, string | undefined>;
};

export type HazardPhotoKind = 'before' | 'after' | 'progress' | 'lookBack';

export type HazardPhotoRow = {
  id: string;
  hazard_id: string;
  round: number;
  kind: HazardPhotoKind;
  sha256: string;
  at: number;
  declared_by_id: string | null;
  declared_at: Date;
  /** When it was announced again, with a later hand-in. */
  declared_again_at: Date | null;
  given_up_at: Date | null;
  given_up_by_id: string | null;
  given_up_reason: string | null;
};

type RequestRow = {
  id: string;
  hazard_id: string;
  stage: RequestStage;
  reason: string;
  asked_by_id: string;
  asked_on: string;
  decided_by_id: string | null;
  decided_on: string | null;
  note: string | null;
};

export type HazardExtensionRow = RequestRow & { from_on: string; to_on: string };
export type HazardVoidingRow = RequestRow & { kind: VoidKind; duplicate_of_id: string | null };

export type HazardSuggestionRow = {
  hazard_id: string;
  criterion_ids: string[];
  suggested_at: Date;
  answer_due_at: Date;
  denial_reason: string | null;
  denial_proposed_by_id: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
};

export type HazardSupervisionRow = {
  id: string;
  hazard_id: string;
  seq: Reckoned<number>;
  stage: SupervisionStage;
  level: SupervisionLevel;
  issuer: string;
  main_person_id: string;
  requirements: string;
  listed_by_id: string;
  listed_on: string;
  due_on: string;
  every_days: number;
  last_progress_on: string | null;
  progress_due_on: string | null;
  delisting_asked_by_id: string | null;
  delisting_asked_on: string | null;
  delisted_by_id: string | null;
  delisted_on: string | null;
  note: string | null;
  version: Generated<number>;
};

export type HazardClosingRow = {
  hazard_id: string;
  round: number;
  unit_id: string;
  unit_pos: UnitPos;
  level: HazardLevel;
  source: HazardSource;
  origin: HazardOrigin;
  closed_on: string;
  accepted_by_id: string | null;
  recorded_at: ColumnType<Date, never, never>;
};

export type HazardLookBackRow = {
  id: string;
  hazard_id: string;
  round: number;
  unit_id: string;
  unit_pos: UnitPos;
  reason: LookBackReason;
  from_on: string;
  to_on: string;
  inspector_id: string | null;
  result: LookBackResult | null;
  looked_on: string | null;
  note: string | null;
};

export type HazardDrawRow = {
  month: string;
  commitment: string;
  published_on: string;
  published_at: Date;
  seed: string | null;
  drawn_on: string | null;
  strata: JSONColumnType<{ stratum: string; closures: number; drawn: string[]; share?: number; atLeast?: number }[]> | null;
};

export type HazardViewRow = {
  id: string;
  person_id: string;
  name: string;
  filter: JSONColumnType<Record<string, unknown>>;
  created_at: Date;
};

export type HazardTables = {
  hazards: HazardRow;
  hazards_history: Known<HazardRow>;
  hazard_events: HazardEventRow;
  hazard_photos: HazardPhotoRow;
  hazard_extensions: HazardExtensionRow;
  hazard_voidings: HazardVoidingRow;
  hazard_suggestions: HazardSuggestionRow;
  hazard_supervisions: HazardSupervisionRow;
  hazard_progress: { id: string; hazard_id: string; supervision_id: string; text: string; by_id: string; at: Date };
  hazard_closings: HazardClosingRow;
  hazard_look_backs: HazardLookBackRow;
  hazard_look_backs_history: Known<HazardLookBackRow>;
  hazard_draws: HazardDrawRow;
  hazard_draw_seeds: { month: string; sealed: Buffer };
  hazard_reminders: { hazard_id: string; rule: string; on_day: string; told_at: Date; unwritten: Generated<boolean> };
  hazard_views: HazardViewRow;
  hazard_ledger_rows: HazardLedgerRow;
  hazard_aliases: HazardAliasRow;
  hazard_kept_tellings: HazardKeptTellingRow;
  hazard_claims: { hazard_id: string; code_hash: Buffer };
  hazard_notes: { id: string; hazard_id: string; by_reporter: boolean; by_id: string | null; text: string; at: Date };
};
