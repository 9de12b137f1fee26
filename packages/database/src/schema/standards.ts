import type { Certainty, ClauseKind, DayKind, Layer, RuleId, RuleValue } from '@changming/domain/standards';
import type { ColumnType, Generated } from 'kysely';

import type { Known } from './known.ts';

export type ClauseRow = {
  id: Generated<string>;
  code: string;
  kind: ClauseKind;
  title: string;
  text: string;
  source: string;
  article: string | null;
  certainty: Certainty;
  from_on: string;
  to_on: string | null;
  version: Generated<number>;
};

export type RuleRow = {
  id: Generated<string>;
  rule_id: RuleId;
  /** JSON: written as its text. */
  value: ColumnType<RuleValue, string, string>;
  layer: Layer;
  place: string;
  source: string;
  article: string | null;
  certainty: Certainty;
  override: boolean;
  from_on: string;
  to_on: string | null;
  version: Generated<number>;
};

export type EditionRow = {
  id: Generated<string>;
  topic: string;
  code: string;
  name: string;
  certainty: Certainty;
  from_on: string;
  to_on: string | null;
};

export type WorkCalendarRow = {
  id: Generated<string>;
  day: string;
  kind: DayKind;
  name: string | null;
  source: 'notice' | 'headquarters';
};

export type WorkYearRow = { id: Generated<string>; year: number; notice: string };

export type StandardsTables = {
  clauses: ClauseRow;
  clauses_history: Known<ClauseRow>;
  rules: RuleRow;
  rules_history: Known<RuleRow>;
  editions: EditionRow;
  work_calendar: WorkCalendarRow;
  work_calendar_history: Known<WorkCalendarRow>;
  work_years: WorkYearRow;
};
