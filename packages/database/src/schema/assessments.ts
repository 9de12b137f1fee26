import type { AppealStage, GroupFigure, PeriodKind, RunKind, RunStage, Scheme, UnitResult } from '@changming/domain/assessments';
import type { UnitKind } from '@changming/domain/units';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

import type { Known, UnitPos } from './known.ts';

/** Two decimals, as text: scores leave the database as they came. */
type Score = ColumnType<string, string, string>;

export type AssessmentSchemeRow = {
  id: string;
  code: string;
  version: number;
  name: string;
  stage: 'draft' | 'published';
  body: JSONColumnType<Scheme>;
  hash: string;
  effective_from: string | null;
  drafted_by_id: string | null;
  drafted_at: Date;
  published_by_id: string | null;
  published_at: Date | null;
};

export type AssessmentFindingRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  scheme_code: string;
  /** Of points given and corrections: the one period they are for. */
  period: string | null;
  kind: 'bonus' | 'malus' | 'veto' | 'given' | 'correction';
  /** The rule of the scheme, or the indicator. */
  rule: string;
  /** What it is about: the same matter counts once. */
  matter: string | null;
  points: Score | null;
  out_of: Score | null;
  on_day: string;
  reason: string;
  stage: 'proposed' | 'approved' | 'rejected';
  proposed_by_id: string | null;
  decided_by_id: string | null;
  decided_on: string | null;
};

export type AssessmentRunRow = {
  id: string;
  scheme_id: string;
  period: string;
  period_kind: PeriodKind;
  from_on: string;
  until_on: string;
  known_at: Date;
  opening_at: Date;
  computed_at: Date;
  kind: RunKind;
  restates_id: string | null;
  reason: string | null;
  scheme_hash: string;
  input_hash: string;
  result_hash: string;
  /** Rows of each fact table that lay within the windows. */
  facts: JSONColumnType<Record<string, number>>;
  /** How many units stand how, and have which grade. */
  summary: JSONColumnType<object>;
  computed_by_id: string | null;
  stage: Exclude<RunStage, 'open'>;
  confirm_due_on: string | null;
  appeal_due_on: string | null;
  finalised_by_id: string | null;
  published_at: Date | null;
  superseded_by_id: string | null;
  version: Generated<number>;
};

export type AssessmentResultRow = {
  run_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  parent_id: string | null;
  name: string;
  kind: UnitKind;
  headcount: number | null;
  members: string[];
  status: UnitResult['status'];
  base: Score | null;
  bonus: Score;
  malus: Score;
  final: Score | null;
  sort_key: ColumnType<string, never, never>;
  grade: string | null;
  grade_before_veto: string | null;
  /** 名次 among those with a total. */
  place: number | null;
  applicable_weight: Score;
  result: JSONColumnType<UnitResult>;
  facts: JSONColumnType<object>;
  receipts: JSONColumnType<object>;
  /** By measure and member; null for a unit alone, and where it was not kept yet. */
  member_counts: Generated<number[][] | null>;
};

export type AssessmentAppealRow = {
  id: string;
  run_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  indicator: string | null;
  reason: string;
  stage: AppealStage;
  lodged_by_id: string | null;
  lodged_at: Date;
  answer: string | null;
  answered_by_id: string | null;
  answered_at: Date | null;
};

export type AssessmentTables = {
  assessment_schemes: AssessmentSchemeRow;
  assessment_findings: AssessmentFindingRow;
  assessment_findings_history: Known<AssessmentFindingRow>;
  assessment_runs: AssessmentRunRow;
  assessment_occurrences: { scheme_code: string; period: string; cut_off_on: string; found_at: Date };
  assessment_unfilled_runs: { run_id: string; reason: string; tries: number; failed_at: Date };
  assessment_steps: {
    id: string;
    seq: ColumnType<number, never, never>;
    run_id: string;
    step: string;
    stage: string;
    by_id: string | null;
    at: Date;
    note: string | null;
  };
  assessment_results: AssessmentResultRow;
  assessment_figures: { run_id: string; unit_id: string; unit_pos: UnitPos; figure: JSONColumnType<GroupFigure> };
  assessment_confirmations: { run_id: string; unit_id: string; unit_pos: UnitPos; by_id: string | null; at: Date };
  assessment_appeals: AssessmentAppealRow;
};
