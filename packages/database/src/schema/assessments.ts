import type { ColumnType, Generated } from 'kysely';

import type { Known } from './known.ts';

export type AssessmentRow = {
  id: string;
  unit_id: string;
  unit_pos: ColumnType<number, never, never>;
  name: string;
  on_day: string;
  version: Generated<number>;
};

export type AssessmentTables = { assessments: AssessmentRow; assessments_history: Known<AssessmentRow> };
