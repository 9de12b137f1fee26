import type { ActionEffect, ActionKind, ActionOrigin, ActionOwed, ActionState } from '@changming/domain/actions';
import type { ColumnType, Generated } from 'kysely';

import type { Known, UnitPos } from './known.ts';

export type ActionRow = {
  id: string;
  seq: ColumnType<string, never, never>;
  number: ColumnType<string, never, never>;
  unit_id: string;
  unit_pos: UnitPos;
  origin: ActionOrigin;
  subject_id: string | null;
  kind: ActionKind;
  title: string;
  detail: string | null;
  owner_id: string;
  verifier_id: string | null;
  due_on: string;
  extended_from_on: string | null;
  state: Generated<ActionState>;
  opened_by_id: string | null;
  opened_on: string;
  submitted_on: string | null;
  submitted_at: Date | null;
  doer_ids: Generated<string[]>;
  result: string | null;
  returns: Generated<number>;
  verified_by_id: string | null;
  done_on: string | null;
  opinion: string | null;
  cancelled_by_id: string | null;
  cancelled_on: string | null;
  reason: string | null;
  effect_due_on: string | null;
  effect: ActionEffect | null;
  effect_on: string | null;
  effect_by_id: string | null;
  effect_note: string | null;
  version: Generated<number>;
};

export type ActionStepRow = {
  id: string;
  seq: ColumnType<string, never, never>;
  action_id: string;
  step: string;
  by_id: string | null;
  at: Date;
  note: string | null;
  facts: ColumnType<Readonly<Record<string, string | number>>, string, never>;
};

export type ActionPhotoRow = {
  action_id: string;
  round: number;
  sha256: string;
  at: number;
  declared_by_id: string | null;
  declared_at: Date;
};

export type ActionExtensionRow = {
  id: string;
  action_id: string;
  from_on: string;
  to_on: string;
  reason: string;
  asked_by_id: string | null;
  asked_on: string;
  granted: boolean | null;
  decided_by_id: string | null;
  decided_on: string | null;
  note: string | null;
};

export type ActionReminderRow = { action_id: string; owed: ActionOwed; due_on: string; days: number; told_at: Date };

export type ActionTables = {
  actions: ActionRow;
  actions_history: Known<ActionRow>;
  action_steps: ActionStepRow;
  action_photos: ActionPhotoRow;
  action_extensions: ActionExtensionRow;
  action_reminders: ActionReminderRow;
};
