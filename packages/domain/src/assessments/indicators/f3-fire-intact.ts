import { z } from 'zod';

import { count } from '../exact.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

/**
 * F3 消防设施器材完好率: pieces that the last check found intact, among those in use on the last day. Over a whole year nothing counts
 * without a test of the facilities that passed (年度检测).
 */
export const f3FireIntact = indicator({
  code: 'F3',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        pieces: rowsOf('fireEquipment', { all: [] }),
        intact: rowsOf('fireEquipment', { column: 'intact', flag: true }),
        faulty: rowsOf('fireEquipment', { not: { column: 'intact', flag: true } }),
        beyondDate: rowsOf('fireEquipment', { not: { column: 'inDate', flag: true } }),
        owedTest: rowsOf('fireEquipment', { column: 'ofWholeYear', flag: true }),
        tests: rowsOf('placeChecks', {
          all: [
            { column: 'kind', is: 'facilities' },
            { column: 'passed', flag: true },
            { column: 'doneOn', within: 'trailingYear' },
          ],
        }),
      },
      {
        records: { numerator: ['intact'], denominator: ['pieces'] },
        ratio: (sums) => ({
          numerator: count(lacksTest(sums) ? 0 : sums.intact),
          denominator: count(sums.pieces),
          facts: { faulty: String(sums.faulty), beyondDate: String(sums.beyondDate), ...(lacksTest(sums) && { testMissing: '1' }) },
        }),
        raises: [
          {
            act: 'testFacilities',
            when: 'next',
            on: null,
            count: (sums) => (lacksTest(sums) ? 1 : 0),
            done: (sums, n) => ({ ...sums, tests: n }),
          },
          {
            act: 'mendFireEquipment',
            when: 'next',
            on: 'faulty',
            count: ({ faulty }) => faulty,
            done: (sums) => ({ ...sums, intact: sums.pieces, faulty: 0 }),
          },
        ],
      },
    ),
});

function lacksTest({ owedTest, tests }: { readonly owedTest: number; readonly tests: number }): boolean {
  return owedTest > 0 && tests === 0;
}
