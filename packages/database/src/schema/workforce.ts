import type { Engagement, Objection, Post } from '@changming/domain/workforce';
import type { Generated, JSONColumnType } from 'kysely';

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

export type WorkforceTables = {
  gate_overrides: GateOverrideRow;
  absences: AbsenceRow;
  absences_history: Known<AbsenceRow>;
  persons: PersonRow;
  persons_history: Known<PersonRow>;
  appointments: AppointmentRow;
  appointments_history: Known<AppointmentRow>;
};
