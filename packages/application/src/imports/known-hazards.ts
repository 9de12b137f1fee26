import { type HazardPlace, type KnownHazard, textKeyOf } from '@changming/domain/imports';
import { sql } from 'kysely';

import type { Reading } from '../context.ts';
import { goneOn } from '../hazards/index.ts';

type Row = Omit<KnownHazard, 'textKey' | 'text' | 'funds' | 'responsible'> & {
  readonly text: string | null;
  readonly funds: string | number | null;
  readonly responsibleId: string | null;
  readonly responsibleName: string | null;
};

/**
 * The hazards in the units and on the days that a ledger tells of, with the rows they came from, whether anybody has gone on with them, and
 * what people said of rows in other words and against what they kept them.
 */
export async function knownHazards({ tx }: Pick<Reading, 'tx'>, places: readonly HazardPlace[]): Promise<KnownHazard[]> {
  if (places.length === 0) return [];
  const units = places.map(({ unitId }) => unitId);
  const days = places.map(({ foundOn }) => foundOn);
  const { rows } = await sql<Row>`
    select h.id, h.unit_id as "unitId", h.found_on as "foundOn", h.text, h.stage, h.level, h.due_on as "dueOn", h.submitted_on as "doneOn",
      case when h.stage = 'closed' and not lives.on then told.accepted_on end as "acceptedOn", h.closed_on as "closedOn", h.funds,
      h.responsible_id as "responsibleId", p.name as "responsibleName", told.responsible as "responsibleSaid", lives.on as "livesOn",
      array(select concat_ws('!', l.file_hash, l.sheet, l.row) from hazard_ledger_rows l where l.hazard_id = h.id order by l.file_hash) as rows,
      array(select a.text_key from hazard_aliases a where a.hazard_id = h.id and a.kind = 'same' and a.taken_back_at is null order by a.text_key) as aliases,
      array(select a.text_key from hazard_aliases a where a.hazard_id = h.id and a.kind = 'apart' and a.taken_back_at is null order by a.text_key) as apart,
      coalesce((select json_agg(json_build_object('field', k.field, 'value', k.value) order by k.field, k.value)
        from hazard_kept_tellings k where k.hazard_id = h.id and k.taken_back_at is null), '[]') as kept
    from unnest(${units}::uuid[], ${days}::date[]) as place (unit_id, found_on)
      join hazards h on h.found_on = place.found_on and h.unit_id = place.unit_id
      cross join lateral (
        select h.origin <> 'opening' or ${goneOn} as on
      ) as lives
      left join lateral (
        select (array_agg(l.accepted_on order by l.told_at desc) filter (where l.accepted_on is not null))[1] as accepted_on,
          (array_agg(l.words ->> 'responsible' order by l.told_at desc) filter (where l.words ? 'responsible'))[1] as responsible
        from hazard_ledger_rows l where l.hazard_id = h.id
      ) as told on true
      left join persons p on p.id = h.responsible_id
    order by h.id`.execute(tx);
  return rows.map(known);
}

/** Whom nobody could find is still named by his ledger. */
function known({ responsibleId: id, responsibleName, ...row }: Row): KnownHazard {
  const text = row.text ?? '';
  const name = responsibleName ?? row.responsibleSaid ?? null;
  const funds = row.funds === null ? null : Number(row.funds);
  return { ...row, text, textKey: textKeyOf(text), funds, responsible: name === null ? [] : [{ name, id }] };
}
