import { z } from 'zod';

import { command } from '../context.ts';
import { orderLanguage as language, orderList } from '../documents/index.ts';
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
