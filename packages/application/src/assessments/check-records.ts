import type { Tx } from '@changming/database';

import { query } from '../context.ts';
import { type AskedSide, openSide, type Side } from './open-side.ts';
import { printed } from './receipts.ts';
import { printOf } from './record-query.ts';

/** Whether the records behind a number are still the very ones that were counted: all of them are found anew for it. */
export const checkRecords = query({
  permission: 'assessments.read',
  run: async (work, asked: AskedSide) => checkedByReceipt(work.tx, await openSide(work, asked)),
});

export type Checked = { readonly counted: number; readonly visible: number; readonly unchanged: boolean | null };

export async function checkedByReceipt(tx: Tx, side: Side): Promise<Checked> {
  const { rows } = await printOf(side.table, side.measures, side.asked).execute(tx);
  const [{ visible, print } = { visible: 0, print: 0 }] = rows;
  return { counted: side.counted, visible, unchanged: isUnchanged(side, { visible, print: printed(print) }) };
}

/**
 * Where not every unit may be seen, fewer records than were counted tell nothing; as many are the same ones, or others. Sums count more than
 * rows: the fingerprint alone tells of those.
 */
function isUnchanged({ counted, print, whole, measures }: Side, now: { readonly visible: number; readonly print: string }): boolean | null {
  const summed = measures.some(({ sum }) => sum !== undefined);
  if (!whole && (summed || now.visible < counted)) return null;
  return now.print === print && (summed || now.visible === counted);
}
