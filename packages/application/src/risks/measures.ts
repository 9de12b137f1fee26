import type { Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { Measure, MeasureKind } from '@changming/domain/risks';

import type { Writing } from '../context.ts';

type Wanted = { readonly id?: string | undefined; readonly kind: MeasureKind; readonly text: string };

/** The controls in force, in their order. */
export async function measuresOf(tx: Tx, riskId: string): Promise<Measure[]> {
  return tx
    .selectFrom('risk_measures')
    .select(['id', 'kind', 'text'])
    .where('risk_id', '=', riskId)
    .where('ended_on', 'is', null)
    .orderBy('at')
    .execute();
}

/** Brings the controls to what is wanted: reworded, added, and ended where one is left out. Checks that point at one still find it. */
export async function saveMeasures({ tx, today, newId }: Writing, riskId: string, wanted: readonly Wanted[]): Promise<void> {
  const kept = await measuresOf(tx, riskId);
  const known = new Set(kept.map(({ id }) => id));
  const strange = wanted.find(({ id }) => id !== undefined && !known.has(id));
  if (strange !== undefined) refuse('missing', 'risks.measure_not_found', { id: strange.id ?? '' });
  const staying = new Set(wanted.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const ending = kept.filter(({ id }) => !staying.has(id)).map(({ id }) => id);
  if (ending.length > 0) await tx.updateTable('risk_measures').set({ ended_on: today }).where('id', 'in', ending).execute();
  for (const [at, { id, kind, text }] of wanted.entries()) {
    if (id === undefined)
      await tx.insertInto('risk_measures').values({ id: newId(), risk_id: riskId, at, kind, text, ended_on: null }).execute();
    else await tx.updateTable('risk_measures').set({ at, kind, text }).where('id', '=', id).execute();
  }
}
