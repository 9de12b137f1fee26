import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfAreas = Condition<ColumnsOf<'areas'>>;

const every: OfAreas = { all: [] };
/** Everything in it was graded in the last twelve months, and no change waits to be graded anew. */
const valid: OfAreas = {
  all: [
    { column: 'assessed', flag: true },
    { not: { column: 'goodUntil', notAfter: 'lastDay', plusDays: -1 } },
    { not: { column: 'changePending', flag: true } },
  ],
};

/** C1 风险辨识评估有效率: areas whose risks are all assessed and up to date on the last day of the period. A 重点部位 without a risk is none. */
export const c1Areas = indicator({
  code: 'C1',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        areas: rowsOf('areas', every),
        valid: rowsOf('areas', valid),
        invalid: rowsOf('areas', { not: valid }),
        unassessed: rowsOf('areas', { not: { column: 'assessed', flag: true } }),
        changePending: rowsOf('areas', { column: 'changePending', flag: true }),
      },
      {
        records: { numerator: ['valid'], denominator: ['areas'] },
        ratio: ({ valid: good, areas, unassessed, changePending }) => ({
          numerator: count(good),
          denominator: count(areas),
          facts: { unassessed: String(unassessed), changePending: String(changePending) },
        }),
        raises: [
          {
            act: 'gradeRisks',
            when: 'next',
            on: 'invalid',
            count: ({ invalid }) => invalid,
            done: (sums, n) => ({ ...sums, valid: sums.valid + n }),
          },
        ],
      },
    ),
});
