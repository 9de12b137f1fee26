import { countOverAll } from '@changming/database/count-over-all';
import { withoutPlan } from '@changming/domain/assessments';

import { query, type Reading } from '../context.ts';
import { type AskedSide, openSide, type Side } from './open-side.ts';
import { printed } from './receipts.ts';
import { countOfBoth, printOf } from './record-query.ts';

/** Whether the records behind a number are still the very ones that were counted: all of them are found anew for it. */
export const checkRecords = query({
  permission: 'assessments.read',
  run: async (work, asked: AskedSide) => checkedByReceipt(work, await openSide(work, asked)),
});

/**
 * 五落实不全: how many of the records behind a number are majors without all five commitments, counted over all that the run counted. None
 * where the records are no hazards.
 */
export const countPlanGaps = query({
  permission: 'assessments.read',
  async run(work, asked: AskedSide) {
    const { table, measures, overAll } = await openSide(work, asked);
    if (table !== withoutPlan.table) return { count: 0 };
    const gaps = countOfBoth(table, [measures, withoutPlan], overAll);
    const found = work.whole ? (await gaps.execute(work.tx)).rows[0] : await countOverAll(work.tx, work.scope, gaps);
    return { count: found?.found ?? 0 };
  },
});

export type Checked = {
  /** How many the run counted, and how many there are now. */
  readonly counted: number;
  readonly found: number;
  /** Of those that are there, how many the caller may see. */
  readonly visible: number;
  readonly unchanged: boolean;
};

/**
 * The same question as the run's, asked with its sight: what a reader does not see may not make a number look changed, nor hide that it is.
 * He is told numbers; which records they are is told of those alone that he may see.
 */
export async function checkedByReceipt({ tx, scope, whole }: Pick<Reading, 'tx' | 'scope' | 'whole'>, side: Side): Promise<Checked> {
  const { table, measures, counted } = side;
  const all = printOf(table, measures, side.overAll);
  const now = whole ? await printIn(tx, all) : await countOverAll(tx, scope, all);
  const { found: visible } = whole ? now : await printIn(tx, printOf(table, measures, side.asked));
  return { counted, found: now.found, visible, unchanged: isUnchanged(side, now) };
}

type Print = { readonly found: number; readonly print: number };

async function printIn(tx: Reading['tx'], print: ReturnType<typeof printOf>): Promise<Print> {
  const { rows } = await print.execute(tx);
  return rows[0] ?? { found: 0, print: 0 };
}

/** Sums count more than rows: the fingerprint alone tells of those. */
function isUnchanged({ counted, print, measures }: Side, now: Print): boolean {
  const summed = measures.some(({ sum }) => sum !== undefined);
  return printed(now.print) === print && (summed || now.found === counted);
}
