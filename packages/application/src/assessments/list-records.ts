import { query } from '../context.ts';
import { checkedByReceipt, type Checked } from './check-records.ts';
import { memberCounts } from './member-counts.ts';
import { type AskedSide, openSide } from './open-side.ts';
import { type AskedPage, recordPage } from './record-page.ts';

type Asked = AskedSide & AskedPage & { readonly check?: boolean | undefined };
type Answer = Awaited<ReturnType<typeof recordPage>> & Pick<Checked, 'counted'> & Partial<Checked>;

/**
 * The very records behind a number, unit by unit: the conditions of the pass, asked of the same facts as they were known to the run. What the
 * caller may see of them is decided by the tree of today; how many were counted is told all the same. Unless the check is asked not to be
 * made, all of them are found anew and compared with the receipt.
 */
export const listRecords = query({
  permission: 'assessments.read',
  async run(work, asked: Asked): Promise<Answer> {
    const side = await openSide(work, asked);
    const counts = await memberCounts(work.tx, asked, side);
    const page = await recordPage(work.tx, { ...side, counts }, asked);
    return asked.check === false ? { ...page, counted: side.counted } : { ...page, ...(await checkedByReceipt(work, side)) };
  },
});
