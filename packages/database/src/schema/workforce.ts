import type { CertificateKind, Engagement, Objection, Post, StaffingFailure, StaffingRequired } from '@changming/domain/workforce';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

import type { Known, UnitPos } from './known.ts';

export type { Post } from '@changming/domain/workforce';

export type PersonRow = {
  id: string;
  staff_no: string | null;
  name: string;
  sex: 'male' | 'female' | null;
  unit_id: string;
  unit_pos: UnitPos;
  title: string | null;
  engagement: Engagement | null;
  hired_on: string | null;
  left_on: string | null;
  identity_sealed: Buffer | null;
  identity_index: Buffer | null;
  identity_masked: string | null;
  phone_sealed: Buffer | null;
  phone_index: Buffer | null;
  phone_masked: string | null;
  search_key: string;
  version: Generated<number>;
};

export type AppointmentRow = {
  id: string;
  person_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  post: Post;
  point_id: string | null;
  deputy: Generated<boolean>;
  from_on: string;
  to_on: string | null;
  version: Generated<number>;
};

/** 请假、离岗. `until_at` is the first instant after it. */
export type AbsenceRow = {
  id: string;
  person_id: string;
  from_at: Date;
  until_at: Date;
  reason: string;
};

/** 放行. `objections` is what stood against the person when it was given; `until_on` is its last day. */
export type GateOverrideRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  person_id: string;
  post: Post;
  certified_post: string | null;
  reason: string;
  objections: JSONColumnType<Omit<Objection, 'personId'>[], string, never>;
  from_on: string;
  until_on: string;
  by_id: string | null;
  recorded_at: Date;
};

/** 证书项目, `1.2` or `N1`. `certified`: work of this item is done by holders only. */
export type CertificateItemRow = {
  code: string;
  kind: CertificateKind;
  name: string;
  name_en: string;
  words: string[];
  certified: boolean;
  place: number;
  source: string;
};

/** One issue of a certificate. `next_due_on` is worked out by the database: the end of validity, or a review that was not done. */
export type CertificateRow = {
  id: string;
  person_id: string;
  /** The holder's: a trigger keeps it so. */
  unit_id: ColumnType<string, never, never>;
  unit_pos: UnitPos;
  item: string;
  no_sealed: Buffer | null;
  no_masked: string | null;
  issued_on: string | null;
  valid_until: string | null;
  review_due_on: string | null;
  review_done_on: Generated<string | null>;
  next_due_on: ColumnType<string | null, never, never>;
  renews_id: Generated<string | null>;
  current: Generated<boolean>;
  revoked_on: Generated<string | null>;
  revoked_why: Generated<string | null>;
  photo_id: string | null;
  origin: Generated<'recorded' | 'opening'>;
  entered_on: string;
  version: Generated<number>;
};

/** 发证机关 of a certificate, by its id. */
export type CertificateIssuerRow = { id: string; issuer: string | null };

/** 持证岗位. `to_on` is the first day after it. */
export type CertifiedPostRow = {
  id: string;
  person_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  item: string;
  from_on: string;
  to_on: string | null;
  version: Generated<number>;
};

/** Written by the clock alone, once for each telling. */
export type CertificateReminderRow = {
  subject_id: string;
  rule: 'validity' | 'review' | 'blocked';
  due_on: string;
  days: number;
  told_at: Date;
};

/** 安全管理机构、安委会 of a unit: the day each was set up. */
export type SafetyBodyRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  organisation_on: string | null;
  committee_on: string | null;
  version: Generated<number>;
};

/** Said of an officer's appointment, whose id it bears. */
export type PartTimeOfficerRow = { id: string; unit_id: string; unit_pos: UnitPos; part_time: boolean; version: Generated<number> };

/** 机构和人员配备 at the end of a month. */
export type StaffingMonthRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  month_end: string;
  headcount: number;
  high_risk: boolean;
  full_time: number;
  part_time: number;
  organisation: boolean;
  director: boolean;
  committee: boolean;
  required: JSONColumnType<StaffingRequired, string, never>;
  failures: StaffingFailure[];
  vacant_since: string | null;
  compliant: boolean;
  recorded_at: Date;
};

export type WorkforceTables = {
  certificate_issuers: CertificateIssuerRow;
  certificate_issuers_history: Known<CertificateIssuerRow>;
  certificate_items: CertificateItemRow;
  certificate_reminders: CertificateReminderRow;
  certificates: CertificateRow;
  certificates_history: Known<CertificateRow>;
  certified_posts: CertifiedPostRow;
  certified_posts_history: Known<CertifiedPostRow>;
  part_time_officers: PartTimeOfficerRow;
  safety_bodies: SafetyBodyRow;
  staffing_months: StaffingMonthRow;
  gate_overrides: GateOverrideRow;
  gate_override_tellings: { override_id: string; about: 'ending' | 'ended'; told_at: Date };
  absences: AbsenceRow;
  absences_history: Known<AbsenceRow>;
  persons: PersonRow;
  persons_history: Known<PersonRow>;
  appointments: AppointmentRow;
  appointments_history: Known<AppointmentRow>;
};
