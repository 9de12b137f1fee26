import { type DocumentOrder, hazardFilter, listFilter, listOrderInput } from '@changming/domain/hazards';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { orderDocument, orderLanguage as language } from '../documents/index.ts';
import { selectionOf } from './document-selection.ts';
import { countSelected } from './list-selection.ts';
import { oneOf } from './listed-branches.ts';

/** The filters as the addresses were read: their flags are flags by now. */
const flag = z.boolean().optional();
const ofLedger = hazardFilter
  .omit({ after: true, limit: true })
  .extend({ withBelow: z.boolean(), overdue: flag, recurrence: flag, suggested: flag, supervised: flag, beforeLack: flag });
const ofList = listFilter.extend({ withBelow: z.boolean() });

/** 由后台生成隐患台账: for whoever orders it; a notice tells when it is ready. */
export const orderLedger = command({
  permission: 'hazards.export',
  name: 'hazards.orderDocument',
  input: z.strictObject({ language, filter: ofLedger }),
  run: (work, { language: written, filter }) => order(work, { list: 'ledger', filter }, written),
});

/** The same for one of the three lists. */
export const orderList = command({
  permission: 'hazards.export',
  name: 'hazards.orderDocument',
  input: listOrderInput.extend({ language, filter: ofList }),
  run: (work, { language: written, list, filter }) => order(work, { list, filter }, written),
});

async function order(work: Writing, { list, filter }: DocumentOrder, written: z.output<typeof language>) {
  const { heads, selection } = await selectionOf(work, { list, filter } as DocumentOrder);
  const rows = await countSelected(work.tx, selection);
  const unitIds = heads.map(({ unitId }) => unitId);
  const id = await orderDocument(work, { context: 'hazards', list, filter, language: written, rows, unitIds });
  return work.trail({ subjectId: id, unitId: oneOf(heads), before: null, after: { list, rows, ...filter } }, { id });
}
