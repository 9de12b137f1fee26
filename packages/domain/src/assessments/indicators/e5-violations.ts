import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfViolations = Condition<ColumnsOf<'violations'>>;

/**
 * E5 三违查处闭环率: violations found in the period, `days` days or more before its end, that were handled and the person taught anew within
 * so many days. Where none was found, `unchecked` months without a check of behaviour are what the zero policy asks for.
 */
export const e5Violations = indicator({
  code: 'E5',
  params: z.strictObject({ days: z.int().min(1).max(90).default(15) }),
  counting({ days }) {
    const due: OfViolations = {
      all: [
        { column: 'foundOn', within: 'period' },
        { column: 'foundOn', notAfter: 'lastDay', plusDays: -days },
      ],
    };
    const closed: OfViolations = {
      all: [
        due,
        { column: 'handledOn', notAfter: 'foundOn', plusDays: days },
        { column: 'educatedOn', notAfter: 'foundOn', plusDays: days },
      ],
    };
    return counting(
      {
        due: rowsOf('violations', due),
        closed: rowsOf('violations', closed),
        missed: rowsOf('violations', { all: [due, { not: closed }] }),
        unchecked: rowsOf('scopeMonths', {
          all: [{ column: 'monthOn', within: 'period' }, { not: { column: 'behaviourChecked', flag: true } }],
        }),
      },
      {
        records: { numerator: ['closed'], denominator: ['due'] },
        ratio: (sums) => ({
          numerator: count(sums.closed),
          denominator: count(sums.due),
          ...(sums.due === 0 && { facts: { unchecked: String(sums.unchecked) } }),
        }),
        raises: [
          {
            act: 'hadEducatedViolators',
            when: 'next',
            on: 'missed',
            count: (sums) => sums.missed,
            done: (sums, n) => ({ ...sums, closed: sums.closed + n }),
          },
          {
            act: 'checkBehaviour',
            when: 'next',
            on: null,
            count: (sums) => (sums.due === 0 ? sums.unchecked : 0),
            done: (sums) => ({ ...sums, unchecked: 0 }),
          },
        ],
      },
    );
  },
});
