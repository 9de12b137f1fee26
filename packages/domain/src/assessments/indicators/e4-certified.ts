import { z } from 'zod';

import { count } from '../exact.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf, sumOf } from '../measure.ts';

/**
 * E4 特种作业及特种设备作业持证率: the share of certified posts that certified persons held on the lowest day of the period. Which day that was is
 * told for the whole scope (ADR 0013); the persons behind it are those who were without a certificate on some day.
 */
export const e4Certified = indicator({
  code: 'E4',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        rostered: sumOf('certifiedLows', 'rostered', { all: [] }),
        certified: sumOf('certifiedLows', 'certified', { all: [] }),
        persons: rowsOf('certifiedPersons', { all: [] }),
        kept: rowsOf('certifiedPersons', { not: { column: 'lapsed', flag: true } }),
        lapsed: rowsOf('certifiedPersons', { column: 'lapsed', flag: true }),
      },
      {
        records: { numerator: ['kept'], denominator: ['persons'] },
        ratio: (sums) => ({
          numerator: count(sums.certified),
          denominator: count(sums.rostered),
          facts: { certifiedPersons: String(sums.persons), uncertified: String(sums.lapsed) },
        }),
        raises: [
          {
            act: 'certify',
            when: 'next',
            on: 'lapsed',
            count: (sums) => sums.lapsed,
            done: (sums) => ({ ...sums, certified: sums.rostered, lapsed: 0 }),
          },
        ],
      },
    ),
});
