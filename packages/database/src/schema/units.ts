import type { UnitAct, UnitFlag, UnitKind } from '@changming/domain/units';
import type { Generated } from 'kysely';

import type { Known } from './known.ts';

/** `lo` is the unit's own label, `lo..hi` its whole branch. Labels are sparse and never used twice. */
export type UnitRow = {
  id: string;
  code: string;
  name: string;
  short_names: string[];
  kind: UnitKind;
  parent_id: string | null;
  lo: number;
  hi: number;
  used: number;
  depth: number;
  opened_on: string;
  closed_on: string | null;
  headcount: number | null;
  province: string | null;
  industry: string | null;
  flags: UnitFlag[];
  search_key: string;
  version: Generated<number>;
};

export type UnitSpanRow = {
  id: string;
  unit_id: string;
  parent_id: string | null;
  name: string;
  kind: UnitKind;
  from_on: string;
  to_on: string | null;
};

export type UnitChangeRow = {
  id: string;
  unit_id: string;
  act: UnitAct;
  other_id: string | null;
  effective_on: string;
  reason: string;
  by_person_id: string | null;
  recorded_at: Date;
};

/** `id` is the unit's. */
export type UnitCityRow = { id: string; city: string | null };

/** `id` is the unit's. */
export type UnitDetailRow = { id: string; address: string | null; remark: string | null };

export type UnitTables = {
  unit_details: UnitDetailRow;
  unit_details_history: Known<UnitDetailRow>;
  unit_cities: UnitCityRow;
  unit_cities_history: Known<UnitCityRow>;
  units: UnitRow;
  units_history: Known<UnitRow>;
  unit_spans: UnitSpanRow;
  unit_spans_history: Known<UnitSpanRow>;
  unit_changes: UnitChangeRow;
};
