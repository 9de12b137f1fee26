import { gramsOf, type Hazard } from '@changming/domain/hazards';
import { startOf } from '@changming/domain/kernel';
import { type RawBuilder, sql } from 'kysely';

import { rowsAsTable } from '../rows-as-table.ts';
import type { LedgerHazard } from './ledger-hazard.ts';
import { toRow } from './store.ts';

type Pair = { readonly each: LedgerHazard; readonly hazard: Hazard };

/** One statement that enters all of them, with the grams of their words cut here: a trigger would cut them row by row. */
export function insertionOf(pairs: readonly Pair[], now: Date): RawBuilder<unknown> {
  const rows = pairs.map(({ each, hazard }) => ({
    ...toRow(hazard),
    ...besideOf(each),
    rectifier_ids: `{${hazard.rectifierIds.join(',')}}`,
  }));
  return sql`
    insert into hazards (id, unit_id, stage, level, category, factor, key_area, kind, source, origin, text, place, found_by_id, found_on,
      found_at, claimed_at, reported_at, responsible_unit_id, responsible_id, measures, funds, due_on, submitted_by_id, submitted_on,
      rectifier_ids, acceptance_due_on, accepted_by_id, closed_on, treatment, grams)
    select id, unit_id, stage, level, category, factor, key_area, kind, source, 'opening', text, place, found_by_id, found_on,
      found_at, found_at, ${now}, responsible_unit_id, responsible_id, measures, funds, due_on, submitted_by_id, submitted_on,
      rectifier_ids::uuid[], acceptance_due_on, accepted_by_id, closed_on, treatment::jsonb, string_to_array(grams, ' ')
    from ${rowsAsTable('told', columns, rows)}`;
}

const columns = {
  id: 'uuid',
  unit_id: 'uuid',
  stage: 'text',
  level: 'text',
  category: 'text',
  factor: 'text',
  key_area: 'text',
  kind: 'text',
  source: 'text',
  text: 'text',
  place: 'text',
  found_by_id: 'uuid',
  found_on: 'date',
  found_at: 'timestamptz',
  responsible_unit_id: 'uuid',
  responsible_id: 'uuid',
  measures: 'text',
  funds: 'bigint',
  due_on: 'date',
  submitted_by_id: 'uuid',
  submitted_on: 'date',
  rectifier_ids: 'text',
  acceptance_due_on: 'date',
  accepted_by_id: 'uuid',
  closed_on: 'date',
  treatment: 'text',
  grams: 'text',
} as const;

/** What stands beside the lifecycle. */
function besideOf(each: LedgerHazard) {
  return {
    id: each.id,
    unit_id: each.unitId,
    place: each.place,
    category: each.category,
    factor: each.factor,
    key_area: each.keyArea,
    kind: each.kind,
    source: each.source,
    text: each.text,
    found_by_id: each.foundById,
    found_on: each.foundOn,
    found_at: startOf(each.foundOn),
    grams: gramsOf(`${each.text} ${each.place ?? ''}`).join(' '),
  };
}
