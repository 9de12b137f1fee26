import { z } from 'zod';

import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';
import { owedCounting, owedMeasures } from './owed-checks.ts';

/**
 * C3 重点部位巡检完成率: inspections of 重点部位 done in their window, among those due in the period. `keyPositions` are what a zero policy
 * asks for: where there are any and none was owed an inspection, nothing was inspected.
 */
export const c3KeyPositions = indicator({
  code: 'C3',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        ...owedMeasures({
          all: [
            { column: 'kind', is: 'inspection' },
            { column: 'keyPosition', flag: true },
          ],
        }),
        keyPositions: rowsOf('keyPositions', { column: 'fromOn', notAfter: 'lastDay' }),
      },
      {
        ...owedCounting,
        ratio: (sums) => ({ ...owedCounting.ratio(sums), facts: { keyPositions: String(sums.keyPositions) } }),
      },
    ),
});
