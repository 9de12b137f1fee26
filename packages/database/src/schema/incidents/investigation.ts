import type {
  Cause,
  Chapters,
  FourGate,
  HandlingMeasure,
  HazardTie,
  InvestigationLevel,
  Nature,
  TeamMember,
} from '@changming/domain/incidents';
import type { Generated, JSONColumnType } from 'kysely';

export type IncidentInvestigationRow = {
  id: string;
  incident_id: string;
  level: InvestigationLevel;
  leader_id: string | null;
  team: JSONColumnType<TeamMember[]>;
  started_on: string;
  started_at: Date;
  appraisal_days: Generated<number>;
  extended_days: Generated<number>;
  direct_cause: string | null;
  indirect_causes: JSONColumnType<Cause[]>;
  nature: Nature | null;
  chapters: JSONColumnType<Chapters>;
  nobody_to_handle: string | null;
  submitted_by_id: string | null;
  submitted_at: Date | null;
  approved_by_id: string | null;
  approved_at: Date | null;
  approved_by_body: string | null;
  note: string | null;
  version: Generated<number>;
};

export type IncidentHandlingRow = {
  id: string;
  incident_id: string;
  person_id: string | null;
  name: string;
  measure: HandlingMeasure;
  clause: string | null;
  body: string;
  decided_on: string;
  executed_on: string | null;
  evidence: string | null;
  version: Generated<number>;
};

export type IncidentHandlingWithdrawalRow = {
  handling_id: string;
  incident_id: string;
  reason: string;
  by_id: string | null;
  recorded_at: Date;
};

export type IncidentHazardRow = {
  id: string;
  incident_id: string;
  hazard_id: string;
  tie: HazardTie;
  by_id: string | null;
  recorded_at: Date;
};

export type IncidentGateRow = {
  id: string;
  incident_id: string;
  round: number;
  gate: FourGate;
  confirmed_by_id: string | null;
  confirmed_at: Date;
  evidence: string;
  proof: JSONColumnType<Record<string, number | string>>;
  /** The record that it stood on was withdrawn. */
  lapsed_at: Generated<Date | null>;
};

export type IncidentBriefingRow = {
  id: string;
  incident_id: string;
  on_day: string;
  people: number;
  text: string;
  by_id: string | null;
  recorded_at: Date;
};
