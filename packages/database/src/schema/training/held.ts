import type { ChangeKind, DedicatedCause, TrainingCategory, TrainingLevel } from '@changming/domain/training';
import type { ColumnType, Generated } from 'kysely';

import type { Known, UnitPos } from '../known.ts';

/** Class hours, whole or half. */
type Hours = number;
type Scoped = { unit_id: string; unit_pos: UnitPos };

export type TrainingCourseRow = Scoped & {
  id: string;
  name: string;
  category: TrainingCategory;
  level: TrainingLevel | null;
  class_hours: Hours;
  topics: ColumnType<string[], string[] | undefined, string[]>;
  retired_on: string | null;
  version: Generated<number>;
};

export type TrainingPlanRow = Scoped & {
  id: string;
  year: number;
  state: Generated<'draft' | 'approved'>;
  approved_by_id: string | null;
  approved_on: string | null;
  version: Generated<number>;
};

export type TrainingPlanLineRow = Scoped & {
  id: string;
  plan_id: string;
  no: number;
  title: string;
  category: TrainingCategory;
  level: TrainingLevel | null;
  month: number;
  class_hours: Hours;
  audience: string;
  people: number;
  dropped: Generated<boolean>;
};

export type TrainingSessionRow = Scoped & {
  id: string;
  kind: 'planned' | 'quick';
  category: TrainingCategory;
  level: TrainingLevel | null;
  title: string;
  topics: ColumnType<string[], string[] | undefined, string[]>;
  course_id: string | null;
  plan_line_id: string | null;
  about_id: string | null;
  due_on: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  class_hours: Hours;
  place: string | null;
  trainer: string | null;
  method: string | null;
  assessed: Generated<boolean>;
  state: Generated<'planned' | 'closed' | 'cancelled'>;
  cancel_reason: string | null;
  summary: string | null;
  photos: ColumnType<string[], string[] | undefined, string[]>;
  code: string;
  held_on: string | null;
  closed_at: Date | null;
  closed_by_id: string | null;
  by_id: string | null;
  origin: Generated<'recorded' | 'opening'>;
  search_key: string;
  version: Generated<number>;
};

/** `unit_id` is the unit that holds the session. */
export type TrainingAttendanceRow = Scoped & {
  id: string;
  session_id: string;
  person_id: string;
  expected: boolean;
  way: 'scan' | 'list' | 'sheet' | null;
  signed_in_at: Date | null;
  signed_out_at: Date | null;
  result: 'passed' | 'failed' | null;
  score: number | null;
  note: string | null;
};

/** `unit_id` is the unit that held the session, `person_unit_id` where the person belonged then. */
export type TrainingCreditRow = Scoped & {
  id: string;
  session_id: string;
  person_id: string;
  person_unit_id: string;
  category: TrainingCategory;
  level: TrainingLevel | null;
  on_day: string;
  attended: boolean;
  class_hours: Hours;
  result: 'passed' | 'failed' | null;
  score: number | null;
  origin: Generated<'recorded' | 'opening'>;
  reason: string | null;
  corrects_id: string | null;
  by_id: string | null;
  recorded_at: Date;
};

export type TrainingStartRow = Scoped & { id: string; from_on: string; version: Generated<number> };

export type TrainingTermsRow = Scoped & {
  head_first: Hours;
  head_again: Hours;
  new_worker: Hours;
  worker_again: Hours;
  level_hours: Hours;
  move_hours: Hours;
  return_months: number;
  before_work_days: number;
  four_new_hours: ColumnType<Hours, Hours | undefined, Hours>;
  dust_hours: ColumnType<Hours, Hours | undefined, Hours>;
  review_hours: ColumnType<Hours, Hours | undefined, Hours>;
  review_days: Generated<number>;
  gate_from: string | null;
};

export type TrainingOwedRow = Scoped & {
  id: string;
  person_id: string;
  cause: 'joined' | 'moved' | 'returned';
  cause_on: string;
  level: TrainingLevel;
  hours_owed: Hours;
  due_on: string;
  met_on: string | null;
  void_on: string | null;
};

export type TrainingChangeRow = Scoped & {
  id: string;
  kind: ChangeKind;
  title: string;
  note: string | null;
  from_on: string;
  recorded_on: string;
  class_hours: Hours;
  by_id: string | null;
  withdrawn_on: string | null;
  withdrawn_reason: string | null;
};

/** `about_id` names the change, the dusty unit or the certificate. */
export type TrainingDedicatedRow = Scoped & {
  id: string;
  person_id: string;
  cause: DedicatedCause;
  about_id: string;
  cause_on: string;
  hours_owed: Hours;
  due_on: string;
  met_on: string | null;
  void_on: string | null;
};

export type TrainingReminderRow = { subject_id: string; rule: string; due_on: string; told_at: Date };

export type TrainingStandingRow = Scoped & {
  person_id: string;
  year: number;
  role: 'principal' | 'safetyManager' | 'worker';
  span: 'first' | 'again';
  hours_owed: Hours;
  months: number;
  hours: Hours;
  met: boolean;
  as_of: string;
};

export type HeldTables = {
  training_courses: TrainingCourseRow;
  training_courses_history: Known<TrainingCourseRow>;
  training_plans: TrainingPlanRow;
  training_plans_history: Known<TrainingPlanRow>;
  training_plan_lines: TrainingPlanLineRow;
  training_plan_lines_history: Known<TrainingPlanLineRow>;
  training_sessions: TrainingSessionRow;
  training_sessions_history: Known<TrainingSessionRow>;
  training_attendance: TrainingAttendanceRow;
  training_attendance_history: Known<TrainingAttendanceRow>;
  training_credits: TrainingCreditRow;
  training_starts: TrainingStartRow;
  training_starts_history: Known<TrainingStartRow>;
  training_terms: TrainingTermsRow;
  training_owed: TrainingOwedRow;
  training_owed_history: Known<TrainingOwedRow>;
  training_changes: TrainingChangeRow;
  training_changes_history: Known<TrainingChangeRow>;
  training_dedicated: TrainingDedicatedRow;
  training_dedicated_history: Known<TrainingDedicatedRow>;
  training_reminders: TrainingReminderRow;
  training_standings: TrainingStandingRow;
};
