import { z } from 'zod';

import { count } from '../exact.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf, sumOf } from '../measure.ts';

/**
 * F1 特种设备定检在期率: of the days of the period on which each machine was in use, those on which an inspection in force had passed it. Days
 * out of use do not count. With as many machines in use on every day it is the average over the days.
 */
export const f1SpecialEquipment = indicator({
  code: 'F1',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        machines: rowsOf('specialEquipment', { all: [] }),
        inUseDays: sumOf('specialEquipment', 'inUseDays', { all: [] }),
        inDateDays: sumOf('specialEquipment', 'inDateDays', { all: [] }),
        kept: rowsOf('specialEquipment', { not: { column: 'lapsed', flag: true } }),
        lapsed: rowsOf('specialEquipment', { column: 'lapsed', flag: true }),
      },
      {
        records: { numerator: ['kept'], denominator: ['machines'] },
        ratio: ({ inDateDays, inUseDays, machines, lapsed }) => ({
          numerator: count(inDateDays),
          denominator: count(inUseDays),
          facts: { machines: String(machines), lapsed: String(lapsed) },
        }),
        raises: [
          {
            act: 'renewInspections',
            when: 'next',
            on: 'lapsed',
            count: ({ lapsed }) => lapsed,
            done: (sums) => ({ ...sums, inDateDays: sums.inUseDays, lapsed: 0 }),
          },
        ],
      },
    ),
});
