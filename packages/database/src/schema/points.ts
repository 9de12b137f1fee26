import type { PointKind } from '@changming/domain/points';
import type { Generated } from 'kysely';

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

export type DoorVisitRow = { id: string; key: Buffer; at: Date };

export type PointTables = { points: PointRow; points_history: Known<PointRow>; door_visits: DoorVisitRow };
