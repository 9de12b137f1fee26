import { z } from 'zod';

import { count } from '../exact.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type Months = { readonly months: number; readonly highRiskMonths: number };

/**
 * B3 主要负责人带队检查: inspections led by a main person, with record and photo, to those required: one a quarter, rounded up where the unit was
 * there for part of it, and one in every month of high risk. Leaders in excess bring nothing: the function stops at the whole.
 */
export const b3LedInspections = indicator({
  code: 'B3',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        led: rowsOf('ledInspections', {
          all: [
            { column: 'doneOn', within: 'period' },
            { column: 'photographed', flag: true },
          ],
        }),
        unproven: rowsOf('ledInspections', {
          all: [{ column: 'doneOn', within: 'period' }, { not: { column: 'photographed', flag: true } }],
        }),
        months: rowsOf('scopeMonths', { column: 'monthOn', within: 'period' }),
        highRiskMonths: rowsOf('scopeMonths', {
          all: [
            { column: 'monthOn', within: 'period' },
            { column: 'highRisk', flag: true },
          ],
        }),
      },
      {
        records: { numerator: ['led'], denominator: ['months'] },
        ratio: (sums) => ({
          numerator: count(sums.led),
          denominator: count(required(sums)),
          facts: { ledMonths: String(sums.months), unproven: String(sums.unproven) },
        }),
        raises: [
          {
            act: 'leadInspections',
            when: 'next',
            on: null,
            count: (sums) => Math.max(0, required(sums) - sums.led),
            done: (sums, n) => ({ ...sums, led: sums.led + n }),
          },
        ],
      },
    ),
});

function required({ months, highRiskMonths }: Months): number {
  return highRiskMonths + Math.ceil((months - highRiskMonths) / 3);
}
