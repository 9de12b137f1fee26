import type { Tx } from '@changming/database';
import type { Condition, FactTable, Measure, Window } from '@changming/domain/assessments';
import { type RawBuilder, sql } from 'kysely';

import { anyOf, compiled, necessary, withTellings } from './compile-condition.ts';
import { factSources } from './fact-sources.ts';
import type { Known } from './period-tree.ts';
import type { Scope } from './scope-rows.ts';

/** What a measure comes to over the rows of one unit, and the fingerprint of those rows: the exclusive or of a hash of each id. */
export type Measured = { readonly amount: number; readonly print: number };

/** By unit, in the order of the measures that were asked for. A unit without rows is missing. */
export type UnitMeasures = ReadonlyMap<string, readonly Measured[]>;

export type Pass = {
  readonly measures: readonly Measure[];
  readonly window: Window;
  readonly known: Known;
  /** These units alone; the whole group when not given. */
  readonly unitIds?: readonly string[];
  /** In whose score each unit counts; each in one of its own when not given. */
  readonly scopes?: readonly Scope[];
};

/** Fingerprints stay whole numbers of JavaScript. */
export const printBits = 2n ** 53n - 1n;

/**
 * All measures of one fact table in one pass over it: rows outside of every measure's windows are dropped first, the rest is counted by
 * unit, each measure with its own filter. Returns how many rows were left.
 */
export async function measurePass(tx: Tx, table: FactTable, pass: Pass): Promise<{ units: UnitMeasures; rows: number }> {
  const { rows } = await passQuery(table, pass).execute(tx);
  const units = new Map(rows.map((row) => [row.unit_id, pass.measures.map((_, at) => measuredIn(row, at))]));
  return { units, rows: rows.reduce((sum, row) => sum + Number(row['rows']), 0) };
}

type Row = { readonly unit_id: string } & Readonly<Record<string, string | number>>;

function measuredIn(row: Row, at: number): Measured {
  return { amount: Number(row[`a${at}`]), print: Number(row[`p${at}`]) };
}

/** Each condition is decided once a row, in the inner query; the outer one only counts. */
function passQuery(table: FactTable, { measures, window, known, unitIds, scopes }: Pass): RawBuilder<Row> {
  const columns = withTellings(measures.flatMap(columnsOf));
  const decided = measures.map(({ where }, at) => sql`${compiled(where, window)} as ${sql.ref(`m${at}`)}`);
  const summed = [...new Set(measures.flatMap(({ sum }) => sum ?? []))].map((column) => sql`${sql.ref(column)}`);
  const print = sql`uuid_hash_extended(id, 0) & ${printBits.toString()}::bigint as print`;
  const pruned = anyOf(measures.map(({ where }) => necessary(where, window)));
  const source = factSources[table]({ ...known, window, columns, ...(unitIds && { unitIds }), ...(scopes && { scopes }) });
  return sql<Row>`
    select unit_id, count(*) as rows, ${sql.join(measures.map(counted))}
    from (select unit_id, ${sql.join([print, ...summed, ...decided])}
      from (${source}) f ${pruned === null ? sql`` : sql`where ${pruned}`} offset 0) f
    group by unit_id`;
}

function counted({ sum }: Measure, at: number): RawBuilder<unknown> {
  const holds = sql`filter (where ${sql.ref(`m${at}`)})`;
  const amount = sum === undefined ? sql`count(*) ${holds}` : sql`coalesce(sum(${sql.ref(sum)}) ${holds}, 0)`;
  return sql`${amount}::bigint as ${sql.ref(`a${at}`)}, coalesce(bit_xor(print) ${holds}, 0) as ${sql.ref(`p${at}`)}`;
}

/** The columns that a measure asks for. */
export function columnsOf({ where, sum }: Measure): string[] {
  return [...columnsIn(where), ...(sum === undefined ? [] : [sum])];
}

function columnsIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(columnsIn);
  if ('any' in condition) return condition.any.flatMap(columnsIn);
  if ('not' in condition) return columnsIn(condition.not);
  const other = 'notAfter' in condition && !['lastDay', 'knownOn'].includes(condition.notAfter) ? [condition.notAfter] : [];
  return [condition.column, ...other];
}
