import { type Tx, within } from '@changming/database';
import type { Column, Condition, Pull } from '@changming/domain/analytics';
import { datasets } from '@changming/domain/analytics';
import type { Day } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import { type RawBuilder, sql } from 'kysely';

import { cell, csvCell, cursorCell } from './cells.ts';
import { literal, viewColumn } from './literal.ts';
import { shapeOf, sourceOf } from './sources.ts';

/** A pull with the places it may read: the caller's scope, and the branch that was asked for. */
export type Placed = {
  readonly pull: Pull;
  readonly scope: readonly UnitRange[];
  readonly branch: UnitRange | null;
  readonly today: Day;
};

type Cell = (shape: Column, column: RawBuilder<unknown>) => RawBuilder<unknown>;

/** The rows of a CSV, cells guarded. */
export function csvRows(placed: Placed): RawBuilder<unknown> {
  return sql`select ${cellsOf(placed, csvCell)} ${rest(placed, placed.pull.limit)}`;
}

/** One JSON object a row, digits as the database writes them. */
export function jsonRows(placed: Placed): RawBuilder<{ row: string }> {
  return sql`select row_to_json(r) as row from (select ${cellsOf(placed, cell)} ${rest(placed, placed.pull.limit)}) r`;
}

/** The same with what comes after each row, and one row more than the page holds. */
export function jsonPage(placed: Placed, limit: number): RawBuilder<{ row: string; cursor: string }> {
  const { sort } = placed.pull;
  const key = datasets[placed.pull.dataset].key;
  const cursor = sql`${cursorCell(shapeIn(placed, sort.column), ref(sort.column))} || '~' || ${cursorCell(shapeIn(placed, key), ref(key))}`;
  return sql`
    select r."~" as cursor, (select row_to_json(shown)::text from (select ${namesOf(placed)}) shown) as row
    from (select ${cellsOf(placed, cell)}, ${cursor} as "~" ${rest(placed, limit + 1)}) r`;
}

/** The statement as one text without parameters. */
export function textOf(statement: RawBuilder<unknown>, tx: Tx): string {
  const { sql: text, parameters } = statement.compile(tx);
  if (parameters.length > 0) throw new Error('COPY takes no parameters');
  return text;
}

function cellsOf(placed: Placed, make: Cell): RawBuilder<unknown> {
  const cells = placed.pull.columns.map((name) => sql`${make(shapeIn(placed, name), ref(name))} as ${sql.ref(name)}`);
  return sql.join(cells);
}

function namesOf({ pull }: Placed): RawBuilder<unknown> {
  return sql.join(pull.columns.map((name) => sql.ref(`r.${name}`)));
}

function rest(placed: Placed, limit: number | null): RawBuilder<unknown> {
  const { scope, branch, pull } = placed;
  const inScope = [scope, ...(branch === null ? [] : [[branch]])].map((ranges) => within(sql.ref<number>('t.pos'), ranges.map(asLiterals)));
  const conditions = pull.conditions.flatMap((condition) => conditionSql(placed, condition));
  const where = [...inScope, ...conditions, ...afterSql(placed)];
  const capped = limit === null ? sql`` : sql`limit ${sql.raw(String(limit))}`;
  return sql`from (${innerOf(placed)}) t where ${sql.join(where, sql` and `)} order by ${orderOf(placed)} ${capped}`;
}

function asLiterals({ lo, hi }: UnitRange) {
  return { lo: sql.lit<number>(lo), hi: sql.lit<number>(hi) };
}

/** Every column that is shown, asked for or sorted by, as it reads in the times asked for. */
function innerOf({ pull, today }: Placed): RawBuilder<unknown> {
  const source = sourceOf(pull.dataset, { ...pull, today });
  const asked = pull.conditions.filter(({ operator }) => operator !== 'within').map(({ column }) => column);
  const names = [...new Set([...pull.columns, ...asked, pull.sort.column, datasets[pull.dataset].key])];
  const columns = names.map((name) => sql`${source.instead[name] ?? sql.ref(`v.${viewColumn(name)}`)} as ${sql.ref(viewColumn(name))}`);
  const where = source.where.length === 0 ? sql`` : sql`where ${sql.join([...source.where], sql` and `)}`;
  return sql`select ${sql.join(columns)}, v.pos from ${source.view} v ${where}`;
}

const comparisons = { eq: sql`=`, gte: sql`>=`, lt: sql`<` } as const;

function conditionSql(placed: Placed, { column, operator, values }: Condition): RawBuilder<unknown>[] {
  if (operator === 'within') return [];
  const literals = values.map((value) => typed(shapeIn(placed, column), value));
  if (operator === 'in') return [sql`${ref(column)} in (${sql.join(literals)})`];
  return [sql`${ref(column)} ${comparisons[operator]} ${literals[0]}`];
}

function afterSql(placed: Placed): RawBuilder<unknown>[] {
  const { after, sort, dataset } = placed.pull;
  if (after === null) return [];
  const key = datasets[dataset].key;
  const past = sql`(${typed(shapeIn(placed, sort.column), after[0])}, ${typed(shapeIn(placed, key), after[1])})`;
  return [sql`(${ordered(placed, sort.column)}, ${ordered(placed, key)}) ${sort.descending ? sql`<` : sql`>`} ${past}`];
}

function orderOf(placed: Placed): RawBuilder<unknown> {
  const { sort, dataset } = placed.pull;
  const columns = [...new Set([sort.column, datasets[dataset].key])];
  return sql.join(columns.map((name) => sql`${ordered(placed, name)} ${sort.descending ? sql`desc` : sql`asc`}`));
}

/** Words are ordered by code point, so that a cursor means the same on every server. */
function ordered(placed: Placed, name: string): RawBuilder<unknown> {
  return shapeIn(placed, name).type === 'text' ? sql`${ref(name)} collate "C"` : ref(name);
}

const casts = { id: 'uuid', count: 'bigint', decimal: 'numeric', day: 'date', instant: 'timestamptz', flag: 'boolean' } as const;

function typed({ type }: Column, value: string): RawBuilder<unknown> {
  if (type === 'code' || type === 'text' || type === 'list' || type === 'period') return sql`${literal(value)}::text`;
  return sql`${literal(value)}::${sql.raw(casts[type])}`;
}

function ref(name: string): RawBuilder<unknown> {
  return sql`${sql.ref(`t.${viewColumn(name)}`)}`;
}

function shapeIn({ pull }: Placed, name: string): Column {
  return shapeOf(pull.dataset, name);
}
