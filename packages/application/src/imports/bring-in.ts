import type { ImportKind } from '@changming/database';
import type { Sheet } from '@changming/domain/imports';

import type { Caller } from '../context.ts';
import { runHazardsImport } from './bring-ledger.ts';
import { runUnitsImport } from './bring-units.ts';
import { runFireImport, runSpecialImport } from './import-equipment.ts';
import { runPointsImport } from './import-points.ts';
import { runRisksImport } from './import-risks.ts';
import { runTrainingImport } from './import-training.ts';
import { runPersonsImport } from './run-import.ts';

const runs = {
  units: runUnitsImport,
  workforce: runPersonsImport,
  points: runPointsImport,
  specialEquipment: runSpecialImport,
  fireEquipment: runFireImport,
  risks: runRisksImport,
  training: runTrainingImport,
} as const;

type Ordered = { readonly batchId: string; readonly kind: ImportKind };
type Sheets = () => Promise<readonly Sheet[]>;

/**
 * 导入合格的行 of a batch that was ordered, by its kind. A ledger of hazards comes in as it was judged and kept; its file is read again only
 * when the house has changed since.
 */
export async function bringIn(caller: Caller, { batchId, kind }: Ordered, sheets: Sheets): Promise<{ made: number; changed: number }> {
  if (kind !== 'hazards') return runs[kind](caller, { batchId, sheets: [...(await sheets())] });
  const done = await runHazardsImport(caller, { batchId });
  return done.stale ? runHazardsImport(caller, { batchId, sheets: await sheets() }) : done;
}
