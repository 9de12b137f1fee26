import { z } from 'zod';

import { command, query } from '../context.ts';
import { orderLanguage as language, orderList, ownDocuments } from '../documents/index.ts';
import { occurrencesWanted, plansWanted } from './export-documents.ts';
import { selected } from './list-occurrences.ts';
import { picked } from './read-plans.ts';

const context = 'inspections';

/** 由后台生成应查台账: for whoever orders it; a notice tells when it is ready. */
export const orderOccurrences = command({
  permission: 'inspections.export',
  name: 'inspections.orderDocument',
  input: z.strictObject({ language, filter: occurrencesWanted }),
  run: async (work, wanted) => orderList(work, { context, list: 'occurrences', ...wanted }, await selected(work, wanted.filter)),
});

/** The same for 排查计划. */
export const orderPlans = command({
  permission: 'inspections.export',
  name: 'inspections.orderDocument',
  input: z.strictObject({ language, filter: plansWanted }),
  run: async (work, wanted) => orderList(work, { context, list: 'plans', ...wanted }, await picked(work, wanted.filter)),
});

/** 我的导出: what the caller has ordered and is kept, the latest first. */
export const listDocuments = query({
  permission: 'inspections.export',
  async run(work) {
    const rows = await ownDocuments(work, context);
    return { items: rows.map((row) => ({ ...row, list: row.list as 'occurrences' | 'plans' })) };
  },
});
