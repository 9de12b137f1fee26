import { sql } from 'kysely';

import type { Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import type { Batch } from './store.ts';

type Noted = {
  readonly id: string;
  readonly source: { readonly sheet: string; readonly row: number };
  /** What the row said that no table holds: sealed, so that nothing of the file is lost. */
  readonly words?: object | undefined;
};

const columns = { id: 'uuid', sheet: 'text', row: 'integer', sealed: 'text' } as const;

/** 来源: which row of which file each record came from, for the list of the batch. One that was noted before stays as it was. */
export async function noteRecords({ tx, secrets }: Pick<Writing, 'tx' | 'secrets'>, batch: Batch, noted: readonly Noted[]): Promise<void> {
  const sealed = (words: object) => secrets.seal(JSON.stringify(words)).toString('hex');
  const rows = noted.map(({ id, source: { sheet, row }, words }) => ({ id, sheet, row, sealed: words && sealed(words) }));
  await sql`
    insert into import_records (batch_id, record_id, sheet, row, remainder_sealed)
    select ${batch.id}::uuid, id, sheet, "row", decode(sealed, 'hex') from ${rowsAsTable('record', columns, rows)}
    on conflict do nothing`.execute(tx);
}
