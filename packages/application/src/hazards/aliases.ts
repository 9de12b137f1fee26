import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';

/** The words of a row that a person called the same as a hazard, or told apart from it: one that is there, or that a row of the file brought in. */
export type Alias = {
  readonly kind: 'same' | 'apart';
  readonly hazard: { readonly id: string } | ({ readonly row: Row } & Place);
  readonly source: Row;
  readonly text: string;
  readonly textKey: string;
};
type Row = { readonly sheet: string; readonly row: number };
type Place = { readonly unitId: string; readonly foundOn: string };
/** The ledger of which something was said. */
export type Ledger = { readonly batchId: string; readonly fileHash: string; readonly fileName: string };

const columns = {
  hazard_id: 'uuid',
  of_unit: 'uuid',
  of_day: 'date',
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
    with told as materialized (select * from ${rowsAsTable('a', columns, aliases.map(toRow))}),
    of_file as materialized (${rowsOfFile(fileHash)}),
    meant as materialized (
      select coalesce(a.hazard_id, of_file.id) as id, a.kind, a.text, a.text_key, a.sheet, a."row"
      from told a left join of_file on of_file.sheet = a.of_sheet and of_file.row = a.of_row
    ), said as (
      select distinct on (h.id, a.text_key) h.id, h.unit_id, a.kind, a.text, a.text_key, a.sheet, a."row"
      from meant a cross join lateral (select id, unit_id from hazards where hazards.id = a.id offset 0) as h
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

/**
 * Which rows of this file brought which hazards in, where one may be meant. They are found by the hazards of a unit and a day: looking
 * through 300,000 rows took a second at the end of every ledger, and an index of them would cost each ledger of 100,000 rows two.
 */
function rowsOfFile(fileHash: string) {
  return sql`
    select h.id, l.sheet, l.row from (select distinct of_unit, of_day from told where of_row is not null) as place
      cross join lateral (select id from hazards where found_on = place.of_day and unit_id = place.of_unit offset 0) as h
      cross join lateral (select sheet, row from hazard_ledger_rows where hazard_id = h.id and file_hash = ${fileHash} offset 0) as l`;
}

function toRow({ kind, hazard, source: { sheet, row }, text, textKey }: Alias) {
  const of = 'id' in hazard ? { ...nowhere, hazard_id: hazard.id } : toRowOf(hazard);
  return { ...of, kind, text, text_key: textKey, sheet, row };
}

const nowhere = { of_unit: null, of_day: null, of_sheet: null, of_row: null };

function toRowOf({ row: { sheet, row }, unitId, foundOn }: Exclude<Alias['hazard'], { readonly id: string }>) {
  return { hazard_id: null, of_unit: unitId, of_day: foundOn, of_sheet: sheet, of_row: row };
}
