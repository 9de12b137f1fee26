import type {
  AccidentType,
  CaseState,
  ClockCode,
  Danger,
  Degree,
  EventClass,
  FindingKind,
  Grade,
  GradeEntryKind,
  IncidentTime,
  Recipient,
  Relation,
  ReportChannel,
  ReportKind,
  Responsibility,
  SpecialClass,
  SpecialTrigger,
} from '@changming/domain/incidents';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

import type {
  IncidentBriefingRow,
  IncidentGateRow,
  IncidentHandlingRow,
  IncidentHandlingWithdrawalRow,
  IncidentHazardRow,
  IncidentInvestigationRow,
} from './incidents/investigation.ts';
import type { Known, UnitPos } from './known.ts';

export type * from './incidents/investigation.ts';

export type IncidentRow = {
  id: string;
  seq: ColumnType<number, never, never>;
  number: ColumnType<string, never, never>;
  unit_id: string;
  unit_pos: UnitPos;
  place: string | null;
  text: string;
  state: CaseState;
  event_class: EventClass;
  accident_type: AccidentType | null;
  occurred_on: string;
  occurred_at: Date;
  discovered_at: Date;
  leader_informed_at: Date | null;
  leader_id: string | null;
  rescue_ended_at: Date | null;
  reported_by_id: string | null;
  reported_at: Date;
  recorded_at: Date;
  clock_suspect: Generated<boolean>;
  fire: Generated<boolean>;
  fire_brigade_called: Generated<boolean>;
  road_traffic: Generated<boolean>;
  related_party: Generated<boolean>;
  at_risk: Generated<number>;
  trapped: Generated<number>;
  evacuated: Generated<number>;
  dangers: Generated<Danger[]>;
  special_class: SpecialClass | null;
  special_triggers: Generated<SpecialTrigger[]>;
  deaths: Generated<number>;
  serious: Generated<number>;
  minor: Generated<number>;
  missing: Generated<number>;
  loss_fen: Generated<number>;
  grade: Grade | null;
  graded_by_id: string | null;
  graded_at: Date | null;
  responsibility: Generated<Responsibility>;
  responsibility_basis: string | null;
  uncertified_operation: Generated<boolean>;
  unpermitted_work: Generated<boolean>;
  duplicate_of_id: string | null;
  state_reason: string | null;
  closed_on: string | null;
  closed_by_id: string | null;
  reopenings: Generated<number>;
  library_item_id: string | null;
  origin: Generated<'recorded' | 'opening'>;
  version: Generated<number>;
};

export type IncidentCasualtyRow = {
  id: string;
  incident_id: string;
  person_id: string | null;
  name: string | null;
  relation: Relation;
  version: Generated<number>;
};

export type IncidentDegreeRow = {
  id: string;
  /** In the order in which they were recorded. */
  seq: ColumnType<number, never, never>;
  incident_id: string;
  casualty_id: string;
  degree: Degree;
  on_day: string;
  lost_days: number | null;
  basis: string | null;
  by_id: string | null;
  recorded_at: Date;
};

/** In 分. */
export type IncidentLossRow = {
  id: string;
  /** In the order in which they were recorded. */
  seq: ColumnType<number, never, never>;
  incident_id: string;
  ed1: number;
  ed2: number;
  ed3: number;
  ed4: number;
  ed5: number;
  estimated: boolean;
  basis: string | null;
  by_id: string | null;
  recorded_at: Date;
};

export type IncidentGradeRow = {
  id: string;
  /** In the order in which they were recorded. */
  seq: ColumnType<number, never, never>;
  incident_id: string;
  kind: GradeEntryKind;
  grade: Grade;
  suggested: Grade;
  provisional: boolean;
  post_window: boolean;
  deaths: number;
  serious: number;
  minor: number;
  missing: number;
  loss_fen: number;
  as_of: Date;
  basis: string;
  by_id: string | null;
  recorded_at: Date;
};

export type IncidentFindingRow = {
  id: string;
  /** In the order in which they were recorded. */
  seq: ColumnType<number, never, never>;
  incident_id: string;
  finding: FindingKind;
  found: boolean;
  on_day: string;
  basis: string;
  by_id: string | null;
  recorded_at: Date;
};

export type IncidentReportRow = {
  id: string;
  incident_id: string;
  recipient: Recipient;
  kind: ReportKind;
  channel: ReportChannel;
  to_whom: string;
  reported_at: Date;
  evidence: string | null;
  by_id: string | null;
  recorded_at: Date;
};

export type IncidentClockRow = {
  id: string;
  incident_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  code: ClockCode;
  key: Generated<string>;
  starts_at: Date;
  due_at: Date;
  met_at: Date | null;
  report_id: string | null;
  dropped_at: Date | null;
};

export type IncidentReminderRow = { clock_id: string; due_at: Date; rung: string; told_at: Date };

export type IncidentTimeCorrectionRow = {
  id: string;
  /** In the order in which they were recorded. */
  seq: ColumnType<number, never, never>;
  incident_id: string;
  field: IncidentTime;
  from_at: Date;
  to_at: Date;
  reason: string;
  by_id: string | null;
  recorded_at: Date;
};

export type IncidentEventRow = {
  id: string;
  /** In the order in which they were recorded. */
  seq: ColumnType<number, never, never>;
  incident_id: string;
  step: string;
  by_id: string | null;
  at: Date;
  note: string | null;
  facts: JSONColumnType<Record<string, string | number | boolean | null>>;
};

export type IncidentPhotoRow = { incident_id: string; sha256: string; at: number; declared_by_id: string | null; declared_at: Date };

export type IncidentTables = {
  incidents: IncidentRow;
  incidents_history: Known<IncidentRow>;
  incident_casualties: IncidentCasualtyRow;
  incident_casualties_history: Known<IncidentCasualtyRow>;
  incident_degrees: IncidentDegreeRow;
  incident_losses: IncidentLossRow;
  incident_grades: IncidentGradeRow;
  incident_findings: IncidentFindingRow;
  incident_reports: IncidentReportRow;
  incident_clocks: IncidentClockRow;
  incident_clocks_history: Known<IncidentClockRow>;
  incident_reminders: IncidentReminderRow;
  incident_time_corrections: IncidentTimeCorrectionRow;
  incident_investigations: IncidentInvestigationRow;
  incident_investigations_history: Known<IncidentInvestigationRow>;
  incident_handlings: IncidentHandlingRow;
  incident_handlings_history: Known<IncidentHandlingRow>;
  incident_handling_withdrawals: IncidentHandlingWithdrawalRow;
  incident_hazards: IncidentHazardRow;
  incident_gates: IncidentGateRow;
  incident_briefings: IncidentBriefingRow;
  incident_events: IncidentEventRow;
  incident_photos: IncidentPhotoRow;
};
