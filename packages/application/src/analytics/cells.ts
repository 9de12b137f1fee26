import type { Column } from '@changming/domain/analytics';
import { type RawBuilder, sql } from 'kysely';

const instant = (column: RawBuilder<unknown>, digits: 'MS' | 'US') =>
  sql`to_char(${column} at time zone 'Asia/Shanghai', ${sql.lit(`YYYY-MM-DD"T"HH24:MI:SS.${digits}"+08:00"`)})`;

/** How a value reads in every format alike. */
export function cell({ type }: Column, column: RawBuilder<unknown>): RawBuilder<unknown> {
  if (type === 'instant') return instant(column, 'MS');
  if (type === 'list') return sql`nullif(array_to_string(${column}, '|'), '')`;
  return column;
}

/** What a spreadsheet would take for a formula, and the mark itself, so that taking one mark away gives back what was written. */
const signs = ['=', '+', '-', '@', '\t', '\r', '\n', "'", '＝', '＋', '－', '＠'] as const;
const points = sql.raw(signs.map((sign) => sign.codePointAt(0)).join(', '));
const pattern = sql.lit(`^[=+@\t\r\n'＝＋－＠-]`);

/**
 * The same in a CSV, where text that begins like a formula gets `'` before it. The column is named once where masking makes it dear, or
 * masking would be done twice.
 */
export function csvCell(shape: Column, column: RawBuilder<unknown>): RawBuilder<unknown> {
  if (shape.type === 'flag') return sql`${column}::text`;
  if (shape.type !== 'text') return cell(shape, column);
  if (shape.masked === true) return sql`regexp_replace(${column}, ${pattern}, '''\\&')`;
  return sql`case when ascii(${column}) in (${points}) then '''' || ${column} else ${column} end`;
}

/** A value in a cursor: nothing is rounded. */
export function cursorCell({ type }: Column, column: RawBuilder<unknown>): RawBuilder<unknown> {
  return type === 'instant' ? instant(column, 'US') : sql`${column}::text`;
}
