import type { DocumentOrder } from '@changming/domain/hazards';
import { sql, type SqlBool } from 'kysely';

import type { Reading } from '../context.ts';
import { idsWith } from './ledger.ts';
import { type Branch, headsOf } from './listed-branches.ts';
import { picking, type Selection, selecting } from './list-selection.ts';

/** The branches an order speaks of, and which hazards of them: the very ones that the page shows. */
export async function selectionOf(
  work: Reading,
  order: DocumentOrder,
): Promise<{ readonly heads: readonly Branch[]; readonly selection: Selection }> {
  const { today, tx } = work;
  const heads = await headsOf(work, order.filter);
  if (order.list !== 'ledger') return { heads, selection: { ranges: heads, where: selecting({ filter: order.filter, today }) } };
  const { filter } = order;
  const found = filter.text === undefined ? null : (await idsWith(tx, heads, filter.text)).ids;
  const meets = picking({ ...filter, text: undefined, sort: 'oldest' }, today);
  const where: Selection['where'] = (eb) => [...meets(eb), ...(found === null ? [] : [sql<SqlBool>`h.id = any(${found}::uuid[])`])];
  return { heads, selection: { ranges: heads, where } };
}
