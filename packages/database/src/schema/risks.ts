import type {
  DirectMajor,
  GradingMethod,
  MeasureKind,
  RegradingCause,
  RiskKind,
  RiskLevel,
  RiskStage,
  ScaleBody,
} from '@changming/domain/risks';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

import type { Known, UnitPos } from './known.ts';

/** Reckoned by the database. */
type Reckoned<Value> = ColumnType<Value, never, never>;

export type RiskScaleRow = {
  id: Generated<string>;
  method: GradingMethod;
  from_on: string;
  body: JSONColumnType<ScaleBody>;
  set_by_id: string | null;
  set_at: Date;
};

export type RiskRow = {
  id: string;
  seq: Reckoned<number>;
  number: Reckoned<string>;
  unit_id: string;
  unit_pos: UnitPos;
  point_id: string | null;
  name: string;
  kind: RiskKind;
  source: string;
  consequences: string | null;
  stage: RiskStage;
  level: RiskLevel | null;
  owner_id: string | null;
  control_plan: string | null;
  round: Generated<number>;
  review_due_on: string | null;
  published_on: string | null;
  archived_on: string | null;
  origin: Generated<'recorded' | 'opening'>;
  created_on: string;
  search_key: string;
  version: Generated<number>;
};

export type RiskGradingRow = {
  risk_id: string;
  round: number;
  method: GradingMethod;
  scale_id: string;
  likelihood: string;
  exposure: string | null;
  consequence: string;
  score: string;
  band: number;
  level: RiskLevel;
  direct_major: DirectMajor | null;
  note: string | null;
  assessed_by_id: string | null;
  assessed_on: string;
  reviewed_by_id: string | null;
  reviewed_on: string | null;
  /** What is asked after this instant is not answered by the grading. */
  reviewed_at: Date | null;
  published_by_id: string | null;
  published_on: string | null;
  /** When the publication came to be known; an opening register tells of earlier days. */
  published_at: Date | null;
};

export type RiskMeasureRow = { id: string; risk_id: string; at: number; kind: MeasureKind; text: string; ended_on: string | null };

export type RiskRegradingRow = {
  id: string;
  risk_id: string;
  measure_id: string | null;
  cause: RegradingCause;
  subject_id: string | null;
  note: string | null;
  asked_by_id: string | null;
  asked_on: string;
  /** When it came to be known: later than the day, when a check was sent late. */
  recorded_at: Date;
  round: number;
  answered_on: string | null;
  answered_at: Date | null;
};

export type RiskReminderRow = { risk_id: string; due_on: string; rung: string; told_at: Date };

export type RiskEventRow = {
  id: string;
  seq: Reckoned<number>;
  risk_id: string;
  round: number;
  step: string;
  by_id: string | null;
  at: Date;
  note: string | null;
};

export type HazardMeasureRow = { hazard_id: string; measure_id: string; noted_by_id: string | null; noted_at: Date };

export type RiskTables = {
  risk_scales: RiskScaleRow;
  risks: RiskRow;
  risks_history: Known<RiskRow>;
  risk_gradings: RiskGradingRow;
  risk_measures: RiskMeasureRow;
  risk_regradings: RiskRegradingRow;
  risk_reminders: RiskReminderRow;
  risk_events: RiskEventRow;
  hazard_measures: HazardMeasureRow;
};
