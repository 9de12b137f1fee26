import { type RawBuilder, sql } from 'kysely';

import { rowsAsTable } from '../rows-as-table.ts';

export const riskColumns = {
  id: 'uuid',
  unit_id: 'uuid',
  point_id: 'uuid',
  name: 'text',
  kind: 'text',
  source: 'text',
  consequences: 'text',
  owner_id: 'uuid',
  control_plan: 'text',
  search_key: 'text',
  created_on: 'date',
  origin: 'text',
  stage: 'text',
  level: 'text',
  review_due_on: 'date',
  published_on: 'date',
} as const;

export const gradingColumns = {
  risk_id: 'uuid',
  round: 'integer',
  method: 'text',
  scale_id: 'uuid',
  likelihood: 'text',
  exposure: 'text',
  consequence: 'text',
  score: 'text',
  band: 'integer',
  level: 'text',
  direct_major: 'text',
  assessed_on: 'date',
  reviewed_on: 'date',
  published_on: 'date',
  published_at: 'timestamptz',
} as const;

export const measureColumns = { id: 'uuid', risk_id: 'uuid', at: 'integer', kind: 'text', text: 'text' } as const;

export const eventColumns = { id: 'uuid', risk_id: 'uuid', round: 'integer', step: 'text', by_id: 'uuid', at: 'timestamptz' } as const;

/** One statement that enters all the rows into a table, column by column. */
export function insertionInto<Column extends string>(
  table: string,
  columns: Parameters<typeof rowsAsTable<Column>>[1],
  rows: Parameters<typeof rowsAsTable<Column>>[2],
): RawBuilder<unknown> {
  const names = sql.join(Object.keys(columns).map((column) => sql.ref(column)));
  return sql`insert into ${sql.table(table)} (${names}) select ${names} from ${rowsAsTable<Column>('told', columns, rows)}`;
}
