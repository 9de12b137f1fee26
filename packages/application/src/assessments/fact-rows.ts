import type { Window } from '@changming/domain/assessments';
import { startOf } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import type { Known } from './period-tree.ts';
import type { Scope } from './scope-rows.ts';

/**
 * Which rows of a table are made, and which of their columns. `unitIds` narrows them to some units; `scopes` says in whose score each unit
 * counts, for what is told of a whole scope.
 */
export type Wanted = Known & {
  readonly window: Window;
  readonly columns: ReadonlySet<string>;
  readonly unitIds?: readonly string[];
  readonly scopes?: readonly Scope[];
};

export type Source = (wanted: Wanted) => RawBuilder<unknown>;

export type Expressions = Readonly<Record<string, RawBuilder<unknown>>>;

type Past =
  | 'hazards_history'
  | 'hazard_look_backs_history'
  | 'risks_history'
  | 'points_history'
  | 'special_equipment_history'
  | 'fire_equipment_history'
  | 'fire_spot_duties_history'
  | 'incidents_history'
  | 'persons_history'
  | 'training_owed_history'
  | 'violations_history'
  | 'certified_posts_history';

/**
 * The unit that a record belonged to when the period ended: one that closed later has handed its open records to another unit since.
 * What was already so at the end of the period need not be looked up. Null where that unit lies in a branch that the reader does not see.
 */
export function home(past: Past, { window, knownAt: cutOff }: Wanted): RawBuilder<unknown> {
  const end = startOf(window.period.until);
  if (end >= cutOff) return sql`h.unit_id`;
  return sql`case when h.known_from <= ${end} then h.unit_id else coalesce((
    select e.unit_id from ${sql.table(past)} e where e.id = h.id and e.known_from <= ${end} and e.known_to > ${end}),
    case when (select house.sees_all()) or not house.was_known(${past}, h.id, ${end}) then h.unit_id end) end`;
}

/**
 * Of the rows known at the cut-off those that may be at home in one of the units: they lie there, or did when the period ended and have left
 * since.
 */
export function candidates(past: Past, { unitIds, window, knownAt: cutOff }: Wanted): RawBuilder<unknown> {
  if (unitIds === undefined) return sql``;
  const end = startOf(window.period.until);
  const lyingThere = sql`h.unit_id = any(${unitIds}::uuid[])`;
  if (end >= cutOff) return sql`and ${lyingThere}`;
  return sql`and (${lyingThere} or h.id = any(array(select m.id from ${sql.table(past)} m
    where m.unit_id = any(${unitIds}::uuid[]) and m.known_from <= ${end} and m.known_to > ${end} and m.known_to <= ${cutOff})))`;
}

export function ofUnits({ unitIds }: Wanted, rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return unitIds === undefined ? rows : sql`select * from (${rows}) h where h.unit_id = any(${unitIds}::uuid[])`;
}

/** `, expression as "name"` for each wanted column. */
export function named(expressions: Expressions, columns: ReadonlySet<string>): RawBuilder<unknown> {
  const each = [...columns].toSorted().map((column) => {
    const expression = expressions[column];
    if (expression === undefined) throw new Error(`no such column of facts: ${column}`);
    return sql`, ${expression} as ${sql.ref(column)}`;
  });
  return sql.join(each, sql` `);
}

type Beside = 'key_positions_history' | 'appointments_history' | 'absences_history' | 'incident_clocks_history' | 'certificates_history';

/** The rows of a history as they were known at the cut-off, under the alias that follows. */
export function known(past: Past | Beside, { knownAt: cutOff }: Known): RawBuilder<unknown> {
  return sql`(select * from ${sql.table(past)} where known_from <= ${cutOff} and known_to > ${cutOff})`;
}
