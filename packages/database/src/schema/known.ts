import type { ColumnType } from 'kysely';

/** A row of a history table: the state that the product knew from `known_from` until just before `known_to`. */
export type Known<Row> = {
  [Column in keyof Row]: Row[Column] extends ColumnType<infer Selected, unknown, unknown> ? Selected : Row[Column];
} & { known_from: Date; known_to: Date; known_by: string | null };

/** Set by a trigger from `unit_id`; nobody writes it. */
export type UnitPos = ColumnType<number, never, never>;
