import { z } from 'zod';

import { counting, indicator } from '../indicator.ts';
import { owedCounting, owedMeasures } from './owed-checks.ts';

/** F5 班后断电断气确认率: confirmed within the window after the shift, among those due in the period. Days of rest are not due where the plan says so. */
export const f5LightsOut = indicator({
  code: 'F5',
  params: z.strictObject({}),
  counting: () => counting(owedMeasures({ column: 'kind', is: 'lightsOut' }), owedCounting),
});
