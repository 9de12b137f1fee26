import type { Tx } from '@changming/database';
import { correctableUntil, defaultCorrectionDays } from '@changming/domain/inspections';

import { ruleBook } from '../standards/index.ts';

type Corrected = { readonly corrects_id: string | null; readonly recorded_at: Date; readonly unit_id: string; readonly on_day: string };

/** Until when a result may be put right, by the rule of its day; a correction does not make the time longer. */
export async function correctionEnds(tx: Tx, result: Corrected): Promise<{ readonly until: Date; readonly days: number }> {
  let first = result;
  while (first.corrects_id !== null) {
    first = await tx
      .selectFrom('inspection_results')
      .select(['corrects_id', 'recorded_at', 'unit_id', 'on_day'])
      .where('id', '=', first.corrects_id)
      .executeTakeFirstOrThrow();
  }
  const book = await ruleBook(tx);
  const days = (await book({ unitId: result.unit_id, on: result.on_day })).number('inspections.correctDays') ?? defaultCorrectionDays;
  return { until: correctableUntil(first.recorded_at, days), days };
}
