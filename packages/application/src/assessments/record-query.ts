import { type FactTable, factTables, type Measure } from '@changming/domain/assessments';
import { type RawBuilder, sql } from 'kysely';

import { compiled } from './compile-condition.ts';
import { factSources, type Wanted } from './fact-sources.ts';

export type Asked = Omit<Wanted, 'columns' | 'unitIds'> & { readonly unitIds: readonly string[] };

export type FoundRecord = {
  readonly id: string;
  readonly unit_id: string;
  readonly hazard_id: string | null;
  /** The columns of the fact table, as they were known. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};

/** The records that any of the measures counts, in the order of their ids: the same conditions as in the pass, over the same rows. */
export function recordsOf(table: FactTable, measures: readonly Measure[], asked: Asked): RawBuilder<FoundRecord> {
  const columns = new Set(Object.keys(factTables[table]));
  const any = measures.map(({ where }) => sql`(${compiled(where, asked.window)})`);
  const facts = sql.join([...columns].map((column) => sql`${sql.lit(column)}, ${sql.ref(column)}`));
  return sql<FoundRecord>`
    select f.id, f.unit_id, ${table === 'lookBacks' ? sql`f.hazard_id` : sql`null::uuid`} as hazard_id, jsonb_build_object(${facts}) as facts
    from (${factSources[table]({ ...asked, columns })}) f where ${sql.join(any, sql` or `)}`;
}
