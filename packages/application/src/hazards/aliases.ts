import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';

/** The words of a row that a person called the same as a hazard, or told apart from it: one that is there, or that a row of the file brought in. */
export type Alias = {
  readonly kind: 'same' | 'apart';
  readonly hazard: { readonly id: string } | { readonly row: Row };
  readonly source: Row;
  readonly text: string;
  readonly textKey: string;
};
type Row = { readonly sheet: string; readonly row: number };
/** The ledger of which something was said. */
export type Ledger = { readonly batchId: string; readonly fileHash: string; readonly fileName: string };

const columns = {
  hazard_id: 'uuid',
  of_sheet: 'text',
  of_row: 'integer',
  kind: 'text',
  text: 'text',
  text_key: 'text',
  sheet: 'text',
  row: 'integer',
} as const;

type Noted = { readonly id: string; readonly unitId: string; readonly kind: Alias['kind']; readonly text: string } & Row;

/**
 * Remembers what people said of rows and hazards, so that the next ledger need not ask. What was said last counts. A row that did not come in
 * leaves nothing to remember.
 */
export async function noteAliases(work: Writing, { batchId, fileHash, fileName }: Ledger, aliases: readonly Alias[]): Promise<Changed[]> {
  if (aliases.length === 0) return [];
  const { rows } = await sql<Noted>`
    with said as (
      select distinct on (h.id, a.text_key) h.id, h.unit_id, a.kind, a.text, a.text_key, a.sheet, a."row"
      from ${rowsAsTable('a', columns, aliases.map(toRow))}
        left join hazard_ledger_rows l on l.file_hash = ${fileHash} and l.sheet = a.of_sheet and l.row = a.of_row
        join hazards h on h.id = coalesce(a.hazard_id, l.hazard_id)
      order by h.id, a.text_key, a.sheet, a."row"
    ), noted as (
      insert into hazard_aliases (hazard_id, text_key, kind, text, batch_id, file_name, sheet, row, said_by_id, said_at)
      select id, text_key, kind, text, ${batchId}::uuid, ${fileName}, sheet, "row", ${work.actor.personId}::uuid, ${work.now} from said
      on conflict (hazard_id, key_md5) do update set kind = excluded.kind, text = excluded.text, batch_id = excluded.batch_id,
        file_name = excluded.file_name, sheet = excluded.sheet, row = excluded.row, said_by_id = excluded.said_by_id, said_at = excluded.said_at,
        taken_back_at = null, taken_back_by_id = null, taken_back_reason = null
    )
    select id, unit_id as "unitId", kind, text, sheet, "row" from said`.execute(work.tx);
  return rows.map(({ id, unitId, kind, text, sheet, row }) => {
    const said = kind === 'same' ? { knownAs: text } : { toldApart: text };
    return { subjectId: id, unitId, before: null, after: { ...said, toldBy: `${fileName} ${sheet}!${row}` } };
  });
}

function toRow({ kind, hazard, source: { sheet, row }, text, textKey }: Alias) {
  const of = 'id' in hazard ? { hazard_id: hazard.id, of_sheet: null, of_row: null } : toRowOf(hazard.row);
  return { ...of, kind, text, text_key: textKey, sheet, row };
}

function toRowOf({ sheet, row }: Row) {
  return { hazard_id: null, of_sheet: sheet, of_row: row };
}
