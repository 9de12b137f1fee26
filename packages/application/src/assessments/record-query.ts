import { type FactTable, factTables, type Measure } from '@changming/domain/assessments';
import { type RawBuilder, sql } from 'kysely';

import { anyOf, compiled, necessary, withTellings } from './compile-condition.ts';
import type { Wanted } from './fact-rows.ts';
import { factSources } from './fact-sources.ts';
import { columnsOf, printBits } from './measure-pass.ts';

export type Asked = Omit<Wanted, 'columns' | 'unitIds'> & { readonly unitIds: readonly string[] };

/** What is told of a record beside the columns of its fact table. */
export type FoundRecord = {
  readonly id: string;
  readonly unit_id: string;
  /** What the record is about, where that is another: the hazard of a look-back, the piece of a look-over. */
  readonly subject_id: string | null;
};

const person = sql`f.person_id`;
const subjects: Partial<Record<FactTable, RawBuilder<unknown>>> = {
  lookBacks: sql`f.hazard_id`,
  spotChecks: sql`f.equipment_id`,
  letters: person,
  leaderDuties: person,
  newcomers: person,
  transfers: person,
  trainingYears: person,
  certifiedPersons: person,
  reporters: person,
};

/**
 * The records that any of the measures counts: the same conditions as in the pass, over the same rows. Beside what is told here each has the
 * columns of its fact table, as they were known.
 */
export function recordsOf(table: FactTable, measures: readonly Measure[], asked: Asked): RawBuilder<FoundRecord> {
  const columns = Object.keys(factTables[table]);
  const each = sql.join(columns.map((column) => sql.ref(column)));
  return sql<FoundRecord>`
    select f.id, f.unit_id, ${subjects[table] ?? sql`f.id`} as subject_id, ${each}
    from (${factSources[table]({ ...asked, columns: withTellings(columns) })}) f where ${counting(measures, asked)}`;
}

/** How many the records are and their fingerprint, with nothing made of them that the measures do not ask. */
export function printOf(table: FactTable, measures: readonly Measure[], asked: Asked): RawBuilder<{ found: number; print: number }> {
  const columns = withTellings(measures.flatMap(columnsOf));
  return sql`
    select count(*) as found, coalesce(bit_xor(uuid_hash_extended(f.id, 0) & ${printBits.toString()}::bigint), 0) as print
    from (${factSources[table]({ ...asked, columns })}) f where ${counting(measures, asked)}`;
}

/** How many of the records another measure counts as well. */
export function countOfBoth(
  table: FactTable,
  [measures, other]: readonly [readonly Measure[], Measure],
  asked: Asked,
): RawBuilder<{ found: number }> {
  const columns = withTellings([...measures, other].flatMap(columnsOf));
  return sql`
    select count(*) as found from (${factSources[table]({ ...asked, columns })}) f
    where (${counting(measures, asked)}) and (${compiled(other.where, asked.window)})`;
}

/** The window of the measures stands alone, before what has to be looked up for a row. */
function counting(measures: readonly Measure[], { window }: Asked): RawBuilder<unknown> {
  const pruned = anyOf(measures.map(({ where }) => necessary(where, window)));
  const any = sql.join(
    measures.map(({ where }) => sql`(${compiled(where, window)})`),
    sql` or `,
  );
  return pruned === null ? any : sql`${pruned} and (${any})`;
}

/** The columns of a fact table as one value: of few rows, since it takes longer to make than to find one. */
export function factsIn(table: FactTable): RawBuilder<unknown> {
  return sql`jsonb_build_object(${named(table)})`;
}

function named(table: FactTable): RawBuilder<unknown> {
  return sql.join(Object.keys(factTables[table]).map((column) => sql`${sql.lit(column)}, ${sql.ref(column)}`));
}

/** The same records whole, each with what it is about and the places of the measures that count it. */
export function countedRecords(table: FactTable, measures: ReadonlyMap<number, Measure>, asked: Asked): RawBuilder<unknown> {
  const columns = new Set(Object.keys(factTables[table]));
  const places = [...measures].map(([at, { where }]) => sql`case when ${compiled(where, asked.window)} then ${sql.lit(String(at))} end`);
  return sql`
    select id, ${subjects[table] ?? sql`f.id`} as subject_id, jsonb_build_object('id', id, 'unitId', unit_id, ${named(table)}) as facts, counted
    from (select f.*, concat_ws(',', ${sql.join(places)}) as counted from (${factSources[table]({ ...asked, columns })}) f offset 0) f
    where counted <> ''`;
}
