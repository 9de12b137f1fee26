import type { Tx } from '@changming/database';
import type { FactRow, FactTable } from '@changming/domain/assessments';
import { sql } from 'kysely';

import { hazardOf } from './record-page.ts';
import { besideRecord, recordWords } from './record-words.ts';

/** A record that was counted, and what it is about where that is another. */
export type FoundRecord = { readonly id: string; readonly table: FactTable; readonly subjectId: string; readonly facts: FactRow };

/** What it is called; a hazard of which nothing lies in the branch of the reader has no page to open. */
export type NamedRecord = Pick<FoundRecord, 'id' | 'table' | 'subjectId'> & {
  readonly unitId: string;
  readonly number: string | null;
  readonly text: string | null;
  readonly hazardId: string | null;
};

type Row = Omit<NamedRecord, 'table' | 'hazardId'>;

/** The names of a few records of any tables, by their ids; the names as the reader sees them now. */
export async function namesOf(tx: Tx, records: readonly FoundRecord[]): Promise<ReadonlyMap<string, NamedRecord>> {
  const names = new Map<string, NamedRecord>();
  for (const [table, found] of Map.groupBy(records, (record) => record.table)) {
    const { rows } = await sql<Row>`
      select page.id, page.subject_id as "subjectId", page.facts ->> 'unitId' as "unitId", ${recordWords(table)}
      from (select (r ->> 'id')::uuid as id, (r ->> 'subjectId')::uuid as subject_id, r -> 'facts' as facts
        from jsonb_array_elements(${JSON.stringify(found)}::jsonb) r) page
        ${besideRecord(table)}`.execute(tx);
    for (const { id, unitId, subjectId, number, text } of rows)
      names.set(id, { id, table, unitId, subjectId, number, text, hazardId: hazardOf(table, { subjectId, number }) });
  }
  return names;
}
