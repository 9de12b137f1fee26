import { z } from 'zod';

import { counting, indicator } from '../indicator.ts';
import { owedCounting, owedMeasures } from './owed-checks.ts';

/** D1 隐患排查计划完成率: inspections of all levels done in their window, among those due in the period. */
export const d1PlanDone = indicator({
  code: 'D1',
  params: z.strictObject({}),
  counting: () => counting(owedMeasures({ column: 'kind', is: 'inspection' }), owedCounting),
});
