import { z } from 'zod';

import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';
import { owedCounting, owedMeasures } from './owed-checks.ts';

/**
 * C2 重大、较大风险管控落实率: inspections that check a red or orange risk, done in their window, among those due in the period. `graveRisks`
 * are what a zero policy asks for: where there is such a risk and nothing was due for it, nothing was controlled.
 */
export const c2GraveRisks = indicator({
  code: 'C2',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        ...owedMeasures({
          all: [
            { column: 'kind', is: 'inspection' },
            { column: 'graveRisk', flag: true },
          ],
        }),
        graveRisks: rowsOf('risks', { column: 'level', in: ['major', 'larger'] }),
      },
      {
        ...owedCounting,
        ratio: (sums) => ({ ...owedCounting.ratio(sums), facts: { graveRisks: String(sums.graveRisks) } }),
      },
    ),
});
