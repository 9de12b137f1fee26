import type { Condition, Window } from '@changming/domain/assessments';
import { addDays } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

type Test = RawBuilder<boolean>;
type Comparison = Extract<Condition, { readonly column: string }>;

/**
 * The condition in SQL over a row whose columns bear the names of the fact table. It answers what `holds` answers: yes or no, and never
 * unknown, so that `not` of a comparison with nothing holds.
 */
export function compiled(condition: Condition, window: Window): Test {
  if ('all' in condition) return joined(condition.all, ' and ', 'true', window);
  if ('any' in condition) return joined(condition.any, ' or ', 'false', window);
  if ('not' in condition) return sql`not ${compiled(condition.not, window)}`;
  return sql`(${comparison(condition, window)}) is true`.$castTo<boolean>();
}

function joined(conditions: readonly Condition[], by: ' and ' | ' or ', empty: 'true' | 'false', window: Window): Test {
  if (conditions.length === 0) return sql.raw(empty);
  const each = conditions.map((condition) => sql`(${compiled(condition, window)})`);
  return sql`(${sql.join(each, sql.raw(by))})`;
}

function comparison(condition: Comparison, window: Window): RawBuilder<unknown> {
  const column = sql.ref(condition.column);
  if ('is' in condition) return condition.is === null ? sql`${column} is null` : sql`${column} = ${condition.is}`;
  if ('flag' in condition) return column;
  if ('in' in condition) return sql`${column} = any(${condition.in})`;
  if ('within' in condition) return inWindow(condition, window);
  return notAfter(condition, window);
}

function inWindow({ column, within }: Extract<Comparison, { readonly within: unknown }>, window: Window): RawBuilder<unknown> {
  const { from, until } = window[within];
  return sql`${sql.ref(column)} >= ${from}::date and ${sql.ref(column)} < ${until}::date`;
}

function notAfter(condition: Extract<Comparison, { readonly notAfter: unknown }>, window: Window): RawBuilder<unknown> {
  const { column, notAfter: limit, plusDays = 0 } = condition;
  if (limit === 'lastDay' || limit === 'knownOn') return sql`${sql.ref(column)} <= ${addDays(window[limit], plusDays)}::date`;
  return sql`${sql.ref(column)} <= ${sql.ref(limit)} + ${plusDays}::integer`;
}

/**
 * What every row must meet that the condition can hold for, told by a window of days or else by texts; null when they say nothing. Rows
 * beyond it are dropped before anything else is asked of them.
 */
export function necessary(condition: Condition, window: Window): Test | null {
  if ('all' in condition) return narrowest(condition.all, window);
  if ('any' in condition) return anyOf(condition.any.map((each) => necessary(each, window)));
  if ('within' in condition) return tellingOf(condition.column) ?? sql`(${inWindow(condition, window)})`;
  return ('is' in condition && condition.is !== null) || 'in' in condition ? sql`(${comparison(condition, window)})` : null;
}

/** A day that comes from another table can only be there where the row itself tells so: no join is needed to drop the rest. */
const tellings: Readonly<Record<string, string>> = { relapsedOn: 'everReopened' };

/** These columns, and those by which rows are dropped before they are asked for one of them. */
export function withTellings(columns: readonly string[]): ReadonlySet<string> {
  return new Set([...columns, ...columns.flatMap((column) => tellings[column] ?? [])]);
}

function tellingOf(column: string): Test | null {
  const telling = tellings[column];
  return telling === undefined ? null : sql`${sql.ref(telling)}`;
}

/** Of several that must all hold, those that name windows; without one, those that name texts. */
function narrowest(conditions: readonly Condition[], window: Window): Test | null {
  const windowed = conditions.filter((each) => 'within' in each || 'all' in each);
  const parts = windowed.flatMap((each) => necessary(each, window) ?? []);
  const told = parts.length > 0 ? parts : conditions.flatMap((each) => necessary(each, window) ?? []);
  const [first] = told;
  if (first === undefined || told.length === 1) return first ?? null;
  return sql`(${sql.join(told, sql` and `)})`;
}

/** One of them; null as soon as one of them says nothing. */
export function anyOf(parts: readonly (Test | null)[]): Test | null {
  const known = [...new Map(parts.flatMap((part) => (part === null ? [] : [[shapeOf(part), part] as const]))).values()];
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return sql`(${sql.join(known, sql` or `)})`;
}

/** Two tests of one shape are one test. */
function shapeOf(test: Test): string {
  return JSON.stringify(test.toOperationNode());
}
