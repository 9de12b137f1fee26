import type {
  FireCheckKind,
  FireCondition,
  FireKind,
  InspectionKind,
  InspectionResult,
  MonthOrDay,
  PlaceCheckKind,
  Registration,
  SpecialCategory,
  SpecialState,
  SpotAnswers,
  SpotMissReason,
} from '@changming/domain/equipment';
import type { Generated, JSONColumnType } from 'kysely';

import type { Known, UnitPos } from './known.ts';

type Ledger = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  point_id: string | null;
  model: string | null;
  keeper_id: string | null;
  keeper_words: string | null;
  remark: string | null;
  origin: Generated<'recorded' | 'opening'>;
  entered_on: string;
  search_key: string;
  version: Generated<number>;
};

export type SpecialEquipmentRow = Ledger & {
  own_no: string | null;
  name: string;
  category: SpecialCategory;
  registration: Registration;
  register_no: string | null;
  use_from: string | null;
  state: Generated<SpecialState>;
  state_since: string;
  /** The inspection that counts today. */
  inspected_on: string | null;
  inspection_result: InspectionResult | null;
  next_due_on: string | null;
};

export type SpecialStateRow = {
  id: string;
  equipment_id: string;
  state: SpecialState;
  from_on: string;
  reason: string;
  by_id: string | null;
  recorded_at: Date;
};

export type SpecialInspectionRow = {
  id: string;
  equipment_id: string;
  kind: InspectionKind;
  on_day: string;
  result: InspectionResult;
  next_due_on: string | null;
  report_no: string | null;
  agency: string | null;
  corrects_id: string | null;
  by_id: string | null;
  recorded_at: Date;
};

export type SpecialOperatorRow = {
  id: string;
  equipment_id: string;
  person_id: string;
  certificate_kind: string | null;
  certificate_sealed: Buffer | null;
  certificate_masked: string | null;
  valid_to: string | null;
  from_on: string;
  to_on: string | null;
};

export type FireEquipmentRow = Ledger & {
  no: string | null;
  kind: FireKind;
  name: string | null;
  place: string | null;
  made_on: MonthOrDay | null;
  serviced_on: MonthOrDay | null;
  scrap_stated_on: MonthOrDay | null;
  service_due_on: string | null;
  scrap_due_on: string | null;
  condition: FireCondition;
  condition_on: string;
  scrapped_on: string | null;
  scrap_reason: string | null;
};

export type FireCheckRow = {
  id: string;
  equipment_id: string;
  kind: FireCheckKind;
  on_day: string;
  condition: FireCondition;
  items: JSONColumnType<SpotAnswers>;
  reading: string | null;
  note: string | null;
  scanned: boolean;
  corrects_id: string | null;
  by_id: string | null;
  recorded_at: Date;
  /** When it was done, where the phone said so; what its clock said, and whether that could not be true. */
  done_at: Date | null;
  claimed_at: Date | null;
  clock_suspect: Generated<boolean>;
};

export type FireCheckPhotoRow = { check_id: string; equipment_id: string; sha256: string; at: number; subject_id: string };

export type FireDefectRow = {
  check_id: string;
  equipment_id: string;
  hazard_id: string;
  by_id: string | null;
  recorded_at: Date;
};

export type PlaceCheckRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  point_id: string | null;
  kind: PlaceCheckKind;
  on_day: string;
  passed: boolean;
  readings: JSONColumnType<{ name: string; value: string }[]>;
  report_no: string | null;
  note: string | null;
  by_id: string | null;
  recorded_at: Date;
};

export type EquipmentLedgerRow = {
  subject_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  file_hash: string;
  file_name: string;
  sheet: string;
  row: number;
  words: JSONColumnType<Record<string, string>>;
  told_at: Date;
};

export type FireSpotDutyRow = {
  id: string;
  equipment_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  from_on: string;
  due_on: string;
  checked_on: string | null;
  check_id: string | null;
};

/** 漏检原因: the newest one. */
export type FireSpotReasonRow = {
  duty_id: string;
  equipment_id: string;
  reason: SpotMissReason;
  note: string | null;
  by_id: string | null;
  recorded_at: Date;
};

export type EquipmentReminderRow = { subject_id: string; rule: string; due_on: string; days: number; told_at: Date };

export type EquipmentTables = {
  special_equipment: SpecialEquipmentRow;
  special_equipment_history: Known<SpecialEquipmentRow>;
  special_states: SpecialStateRow;
  special_inspections: SpecialInspectionRow;
  special_operators: SpecialOperatorRow;
  special_operators_history: Known<SpecialOperatorRow>;
  fire_equipment: FireEquipmentRow;
  fire_equipment_history: Known<FireEquipmentRow>;
  fire_checks: FireCheckRow;
  fire_check_photos: FireCheckPhotoRow;
  fire_defects: FireDefectRow;
  place_checks: PlaceCheckRow;
  equipment_ledger_rows: EquipmentLedgerRow;
  fire_spot_duties: FireSpotDutyRow;
  fire_spot_reasons: FireSpotReasonRow;
  fire_spot_duties_history: Known<FireSpotDutyRow>;
  equipment_reminders: EquipmentReminderRow;
};
