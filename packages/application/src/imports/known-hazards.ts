import { type HazardPlace, type KnownHazard, textKeyOf } from '@changming/domain/imports';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';

type Row = Omit<KnownHazard, 'textKey' | 'text'> & { readonly text: string | null };

/** The hazards in the units and on the days that a ledger tells of, with the rows they came from and whether anybody has gone on with them. */
export async function knownHazards({ tx }: Pick<Reading, 'tx'>, places: readonly HazardPlace[]): Promise<KnownHazard[]> {
  if (places.length === 0) return [];
  const units = places.map(({ unitId }) => unitId);
  const days = places.map(({ foundOn }) => foundOn);
  const { rows } = await sql<Row>`
    select h.id, h.unit_id as "unitId", h.found_on as "foundOn", h.text, h.stage, h.due_on as "dueOn", h.submitted_on as "doneOn",
      h.closed_on as "closedOn",
      h.origin <> 'opening' or exists (select from hazard_events e where e.hazard_id = h.id and e.step <> 'import') as "livesOn",
      array(select concat_ws('!', l.file_hash, l.sheet, l.row) from hazard_ledger_rows l where l.hazard_id = h.id order by l.file_hash) as rows
    from unnest(${units}::uuid[], ${days}::date[]) as place (unit_id, found_on)
      join hazards h on h.found_on = place.found_on and h.unit_id = place.unit_id
    order by h.id`.execute(tx);
  return rows.map((row) => ({ ...row, text: row.text ?? '', textKey: textKeyOf(row.text ?? '') }));
}
