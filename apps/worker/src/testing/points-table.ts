import { createHash } from 'node:crypto';

import type { Caller } from '@changming/application/context';
import { declareImport, planImport, receiveImport, runPointsImport, startImport } from '@changming/application/imports';
import type { Sheet } from '@changming/domain/imports';

/** A table of points from the texts of its rows; an empty text is an empty cell. */
export function pointsTable(...rows: readonly (readonly string[])[]): Sheet[] {
  const cellsOf = (texts: readonly string[]) =>
    texts.flatMap((text, at) => (text === '' ? [] : [{ column: at + 1, text, kind: 'text' as const }]));
  return [{ name: '点位', hidden: false, merges: [], rows: rows.map((texts, at) => ({ number: at + 1, cells: cellsOf(texts) })) }];
}

type Declared = { readonly unitId: string; readonly effectiveOn?: string; readonly opening?: boolean };
type Brought = { readonly batchId: string; readonly sheets: readonly Sheet[] };

/** A batch of these sheets, declared for the unit and judged. */
export async function judgedPoints(caller: Caller, sheets: readonly Sheet[], declared: Declared): Promise<Brought> {
  const { id: batchId } = await declareImport(caller, { kind: 'points', fileName: '点位台账.xlsx', ...declared });
  const hash = createHash('sha256').update(JSON.stringify(sheets)).digest('hex');
  await receiveImport(caller, { batchId, content: new Uint8Array([1]), hash });
  await planImport(caller, { batchId, sheets });
  return { batchId, sheets };
}

/** The batch comes in; with `onlyIfAll` as a whole or not at all. */
export async function bringInPoints(caller: Caller, { batchId, sheets }: Brought, onlyIfAll = false) {
  await startImport(caller, { batchId, onlyIfAll });
  return runPointsImport(caller, { batchId, sheets: [...sheets] });
}
