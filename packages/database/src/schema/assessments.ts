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
  body: JSONColumnType<object>;
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
  kind: 'bonus' | 'malus' | 'veto';
  code: string;
  /** What it is about: the same matter counts once. */
  matter: string;
  points: Score | null;
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
  period_kind: 'month' | 'quarter' | 'half' | 'year';
  from_on: string;
  until_on: string;
  known_at: Date;
  opening_at: Date;
  computed_at: Date;
  kind: 'regular' | 'late' | 'restated';
  restates_id: string | null;
  reason: string | null;
  scheme_hash: string;
  input_hash: string;
  result_hash: string;
  /** Rows read of each fact table. */
  facts: JSONColumnType<Record<string, number>>;
  /** The group's figure and how many units have which grade. */
  summary: JSONColumnType<object>;
  stage: string;
  stage_on: string;
  due_on: string | null;
  computed_by_id: string | null;
  version: Generated<number>;
};

export type AssessmentResultRow = {
  run_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  parent_id: string | null;
  name: string;
  kind: string;
  headcount: number | null;
  members: string[];
  status: 'scored' | 'notAssessed' | 'insufficientData';
  base: Score | null;
  bonus: Score | null;
  malus: Score | null;
  final: Score | null;
  sort_key: ColumnType<string, never, never>;
  grade: string | null;
  grade_before_veto: string | null;
  /** 名次 among those with a score. */
  place: number | null;
  applicable_weight: Score | null;
  result: JSONColumnType<object>;
  receipts: JSONColumnType<object>;
};

export type AssessmentAnswerRow = {
  id: string;
  run_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  kind: 'confirmed' | 'appealed';
  indicator: string | null;
  reason: string | null;
  by_id: string | null;
  at: Date;
  verdict: 'upheld' | 'dismissed' | null;
  verdict_reason: string | null;
  decided_by_id: string | null;
  decided_at: Date | null;
};

export type AssessmentTables = {
  assessment_schemes: AssessmentSchemeRow;
  assessment_findings: AssessmentFindingRow;
  assessment_findings_history: Known<AssessmentFindingRow>;
  assessment_runs: AssessmentRunRow;
  assessment_occurrences: { scheme_code: string; period: string; cut_off_on: string; found_at: Date };
  assessment_steps: { id: string; run_id: string; step: string; stage: string; by_id: string | null; at: Date; note: string | null };
  assessment_results: AssessmentResultRow;
  assessment_answers: AssessmentAnswerRow;
};
