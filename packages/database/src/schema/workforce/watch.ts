import type { WatchedPart, WatchPart, WatchPost, WatchTelling } from '@changming/domain/workforce';
import type { Generated } from 'kysely';

import type { Known, UnitPos } from '../known.ts';

export type WatchSchemeRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  day_from: string;
  night_from: string;
  watched: WatchedPart[];
  leaders: number;
  keepers: number;
  from_on: string;
  version: Generated<number>;
};

export type WatchShiftRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  on_day: string;
  part: WatchPart;
  rest_day: boolean;
  post: WatchPost;
  seat: number;
  from_at: Date;
  until_at: Date;
  person_id: string | null;
  checked_in_at: Date | null;
  /** The scheme asks for it no more. */
  withdrawn_at: Generated<Date | null>;
  withdrawn_why: Generated<string | null>;
  version: Generated<number>;
};

export type WatchSwapRow = {
  id: string;
  shift_id: string;
  from_person_id: string | null;
  to_person_id: string | null;
  reason: string;
  by_id: string | null;
  at: Date;
};

export type WatchHandOverRow = {
  shift_id: string;
  notes: string;
  given_by_id: string;
  given_at: Date;
  taken_by_id: string | null;
  taken_at: Date | null;
};

export type WatchCallRow = { id: string; shift_id: string; answered: boolean; note: string | null; by_id: string | null; at: Date };

export type WatchTellingRow = { shift_id: string; about: WatchTelling; occasion: number; told_at: Date };

export type WatchPlanReminderRow = { unit_id: string; month: string; told_at: Date };

export type WatchTables = {
  watch_schemes: WatchSchemeRow;
  watch_schemes_history: Known<WatchSchemeRow>;
  watch_shifts: WatchShiftRow;
  watch_shifts_history: Known<WatchShiftRow>;
  watch_swaps: WatchSwapRow;
  watch_hand_overs: WatchHandOverRow;
  watch_calls: WatchCallRow;
  watch_tellings: WatchTellingRow;
  watch_plan_reminders: WatchPlanReminderRow;
};
