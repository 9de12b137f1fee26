import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import type { Ledger } from './aliases.ts';

/** What a row of a ledger tells of a hazard otherwise, and a person kept the hazard against: by field what the ledger tells. */
export type KeptTelling = {
  readonly hazardId: string;
  readonly source: { readonly sheet: string; readonly row: number };
  readonly told: readonly { readonly field: string; readonly value: string }[];
};

const columns = { hazard_id: 'uuid', sheet: 'text', row: 'integer', field: 'text', value: 'text' } as const;

type Noted = { readonly id: string; readonly unitId: string; readonly sheet: string; readonly row: number };

/** Remembers against what people kept hazards, so that the next ledger that tells the very same need not ask. */
export async function noteKeptTellings(work: Writing, ledger: Ledger, kept: readonly KeptTelling[]): Promise<Changed[]> {
  const said = kept.flatMap(({ hazardId: hazard_id, source: { sheet, row }, told }) =>
    told.map(({ field, value }) => ({ hazard_id, sheet, row, field, value })),
  );
  if (said.length === 0) return [];
  const { rows } = await sql<Noted>`
    with said as (
      select distinct on (h.id, k.field, k.value) h.id, h.unit_id, k.field, k.value, k.sheet, k."row"
      from ${rowsAsTable('k', columns, said)} cross join lateral (select id, unit_id from hazards where hazards.id = k.hazard_id offset 0) as h
      order by h.id, k.field, k.value, k.sheet, k."row"
    ), noted as (
      insert into hazard_kept_tellings (hazard_id, field, value, batch_id, file_name, sheet, row, said_by_id, said_at)
      select id, field, value, ${ledger.batchId}::uuid, ${ledger.fileName}, sheet, "row", ${work.actor.personId}::uuid, ${work.now} from said
      on conflict (hazard_id, field, value_md5) do update set batch_id = excluded.batch_id, file_name = excluded.file_name,
        sheet = excluded.sheet, row = excluded.row, said_by_id = excluded.said_by_id, said_at = excluded.said_at,
        taken_back_at = null, taken_back_by_id = null, taken_back_reason = null
    )
    select distinct id, unit_id as "unitId", sheet, "row" from said order by id, sheet, "row"`.execute(work.tx);
  // Of a long ledger all may be kept: looking through them for each row would take minutes.
  const tellings = new Map(kept.map(({ hazardId, source: { sheet, row }, told }) => [`${hazardId} ${row} ${sheet}`, told]));
  return rows.map(({ id, unitId, sheet, row }) => {
    const told = tellings.get(`${id} ${row} ${sheet}`) ?? [];
    const keptAgainst = Object.fromEntries(told.map(({ field, value }) => [field, value]));
    return { subjectId: id, unitId, before: null, after: { keptAgainst, toldBy: `${ledger.fileName} ${sheet}!${row}` } };
  });
}
