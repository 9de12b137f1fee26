import { hazardFilter, mostInDocument } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { selectionOf } from './document-selection.ts';
import { type ListRow, listRows } from './list-rows.ts';
import { countSelected, selectedIds } from './list-selection.ts';
import { oneOf } from './listed-branches.ts';

/** The filter as the address was read: its flags are flags by now. */
const flag = z.boolean().optional();
const wanted = hazardFilter
  .omit({ after: true, limit: true })
  .extend({ withBelow: z.boolean(), overdue: flag, recurrence: flag, suggested: flag, supervised: flag, beforeLack: flag });

export type LedgerContent = { readonly units: readonly string[]; readonly rows: readonly ListRow[]; readonly today: string };

/** 导出隐患台账: everything that the query bar picks, the first found first, whole or not at all; the trail says who took how much. */
export const exportLedger = command({
  permission: 'hazards.export',
  name: 'hazards.exportLedger',
  input: wanted,
  toldOnce: true,
  async run(work, filter) {
    const { tx, today, trail, newId } = work;
    const { heads, selection } = await selectionOf(work, { list: 'ledger', filter });
    const count = await countSelected(tx, selection);
    const most = mostInDocument.excel;
    if (count > most) refuse('invalid', 'hazards.document_too_large', { count, most });
    const ids = await selectedIds(tx, selection, { most });
    const rows = await listRows(
      tx,
      ids.map(({ id }) => id),
      today,
    );
    const taken = { subjectId: newId(), unitId: oneOf(heads), before: null, after: { list: 'ledger', rows: rows.length, ...filter } };
    return trail(taken, { units: heads.map(({ name }) => name), rows, today } satisfies LedgerContent);
  },
});
