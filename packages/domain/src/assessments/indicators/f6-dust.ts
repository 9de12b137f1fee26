import { z } from 'zod';

import { counting, indicator } from '../indicator.ts';
import { owedCounting, owedMeasures } from './owed-checks.ts';

/** F6 除尘清扫执行率: cleaned and recorded in the shift, among the shifts of the period in which it was due. */
export const f6Dust = indicator({
  code: 'F6',
  params: z.strictObject({}),
  counting: () => counting(owedMeasures({ column: 'kind', is: 'dust' }), owedCounting),
});
