import type { PointKind, SheetKind } from '@changming/domain/points';
import type { Generated, JSONColumnType } from 'kysely';

import type { Known, UnitPos } from './known.ts';

export type PointRow = {
  id: string;
  code: string;
  name: string;
  kind: PointKind;
  unit_id: string;
  unit_pos: UnitPos;
  search_key: string;
  opened_on: string;
  closed_on: string | null;
  version: Generated<number>;
};

/** What an office writes of a point beside its name. */
export type PointDetailRow = { id: string; own_no: string | null; place: string | null; remark: string | null };

export type DoorVisitRow = { id: string; key: Buffer; at: Date };

/** 重点部位: a point determined as one, from a day until a day. */
export type KeyPositionRow = {
  id: string;
  point_id: string;
  unit_id: string;
  unit_pos: UnitPos;
  reason: string;
  from_on: string;
  to_on: string | null;
  determined_by_id: string | null;
  ending: string | null;
  version: Generated<number>;
};

/** 图纸: a series of versions. */
export type PointSheetRow = {
  id: string;
  unit_id: string;
  unit_pos: UnitPos;
  point_id: string | null;
  kind: SheetKind;
  name: string;
  plan_id: string | null;
  opened_on: string;
  closed_on: string | null;
  version: Generated<number>;
};

export type PointSheetVersionRow = {
  id: string;
  sheet_id: string;
  number: number;
  code: string;
  evidence_id: string | null;
  shown: JSONColumnType<object> | null;
  note: string | null;
  issued_on: string;
  issued_by_id: string | null;
  replaced_on: string | null;
};

export type PlanPlaceRow = { sheet_id: string; point_id: string; x: number; y: number; placed_on: string };

/** 现状: what stands open at points now, each source told by its own context. */
export type PointLifeRow = {
  point_id: string;
  unit_pos: UnitPos;
  cause: string;
  subject_id: string;
  weight: string | null;
  due_on: string | null;
};

export type PointTables = {
  key_positions: KeyPositionRow;
  key_positions_history: Known<KeyPositionRow>;
  point_sheets: PointSheetRow;
  point_sheets_history: Known<PointSheetRow>;
  point_sheet_versions: PointSheetVersionRow;
  plan_places: PlanPlaceRow;
  point_lives: PointLifeRow;
  points: PointRow;
  points_history: Known<PointRow>;
  point_details: PointDetailRow;
  point_details_history: Known<PointDetailRow>;
  door_visits: DoorVisitRow;
};
