import type { FactorClass, KeyArea } from '@changming/domain/hazards';
import type {
  Cadence,
  ChaseTarget,
  ChecklistItem,
  MissReason,
  OccurrenceState,
  RoundKind,
  Shift,
  Timing,
  WaiverReason,
} from '@changming/domain/inspections';
import type { PointKind } from '@changming/domain/points';
import type { Post } from '@changming/domain/workforce';
import type { ColumnType, Generated } from 'kysely';

import type { Known, UnitPos } from './known.ts';

/** Written as JSON text, read as what it says. */
type Json<Value> = ColumnType<Value, string, string>;

export type ChecklistRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  code: string;
  name: string;
  name_en: string | null;
  kind: RoundKind;
  key_area: KeyArea;
  base_id: string | null;
  draft: Json<ChecklistItem[]>;
  shipped_edition: number | null;
  search_key: string;
  retired_on: string | null;
  version: Generated<number>;
};

export type ChecklistVersionRow = {
  id: string;
  checklist_id: string;
  number: number;
  base_version_id: string | null;
  own: Json<ChecklistItem[]>;
  items: Json<ChecklistItem[]>;
  note: string | null;
  followed: boolean;
  published_by_id: string | null;
  published_at: Date;
};

export type InspectionPlanRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  kind: RoundKind;
  name: string;
  checklist_id: string;
  cadence: Json<Cadence>;
  points_of: 'unit' | 'listed' | 'branch';
  point_kinds: PointKind[];
  rest_days: 'skip' | 'keep';
  grace_minutes: number;
  post: Post | null;
  person_id: string | null;
  from_on: string;
  to_on: string | null;
  end_reason: string | null;
  made_to: string | null;
  search_key: string;
  version: Generated<number>;
};

/** Why a plan that looks less often than the colours of its points ask was insisted on. */
export type InspectionPlanInsistRow = {
  id: string;
  plan_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  points: number;
  reason: string;
  by_id: string | null;
  recorded_at: Date;
};

export type InspectionPlanPointRow = { plan_id: string; point_id: string; from_on: string; to_on: string | null };

export type OccurrenceRow = {
  id: Generated<string>;
  on_day: string;
  from_on: string;
  shift: Shift | null;
  kind: RoundKind;
  plan_id: string;
  point_id: string | null;
  unit_id: string;
  unit_pos: UnitPos;
  post: Post | null;
  person_id: string | null;
  opens_at: Date;
  due_at: Date;
  misses_at: Date;
  state: Generated<OccurrenceState>;
  made_at: Date;
  result_id: string | null;
  timing: Timing | null;
  done_at: Date | null;
  done_by_id: string | null;
  recorded_at: Date | null;
  by_hand: Generated<boolean>;
  failed: Generated<number>;
  missed_at: Date | null;
  waived_why: WaiverReason | null;
  waived_at: Date | null;
  miss_reason: MissReason | null;
  miss_note: string | null;
  miss_reason_by_id: string | null;
  miss_reason_at: Date | null;
};

/** What was said of single items. */
export type SaidOfItem = { readonly note?: string };

export type InspectionResultRow = {
  id: string;
  on_day: string;
  occurrence_id: string;
  plan_id: string;
  checklist_version_id: string;
  point_id: string | null;
  unit_id: string;
  unit_pos: UnitPos;
  by_id: string | null;
  started_at: Date;
  done_at: Date;
  claimed_at: Date;
  clock_suspect: boolean;
  recorded_at: Date;
  timing: Timing;
  by_hand: string | null;
  note: string | null;
  verdicts: string;
  /** Positions of the items in the order in which they were answered; null when that is the checklist's own. */
  answered: number[] | null;
  readings: ColumnType<Record<string, number> | null, string | null, never>;
  details: ColumnType<Record<string, SaidOfItem> | null, string | null, never>;
  failed: number;
  corrects_id: string | null;
  corrected_why: string | null;
  /** When the correction was made, what the phone's clock said, and whether that could not be true. */
  corrected_at: Date | null;
  corrected_claimed_at: Date | null;
  correction_suspect: boolean | null;
};

export type InspectionFailureRow = {
  id: string;
  result_id: string;
  on_day: string;
  occurrence_id: string;
  point_id: string | null;
  unit_id: string;
  unit_pos: UnitPos;
  item: string;
  text: string;
  starred: boolean;
  factor: FactorClass;
  measure_id: string | null;
  hazard_id: string | null;
};

export type InspectionPhotoRow = {
  result_id: string;
  on_day: string;
  unit_id: string;
  unit_pos: UnitPos;
  item: string;
  sha256: string;
  at: number;
  subject_id: string;
};

export type InspectionChaseRow = {
  plan_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  on_day: string;
  shift: Shift | '';
  target: ChaseTarget;
  told_at: Date;
};

export type InspectionTables = {
  inspection_checklists: ChecklistRow;
  inspection_checklists_history: Known<ChecklistRow>;
  inspection_checklist_versions: ChecklistVersionRow;
  inspection_plans: InspectionPlanRow;
  inspection_plans_history: Known<InspectionPlanRow>;
  inspection_plan_points: InspectionPlanPointRow;
  inspection_plan_insists: InspectionPlanInsistRow;
  inspection_occurrences: OccurrenceRow;
  inspection_results: InspectionResultRow;
  inspection_failures: InspectionFailureRow;
  inspection_photos: InspectionPhotoRow;
  inspection_chases: InspectionChaseRow;
};
