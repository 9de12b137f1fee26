import { z } from 'zod';

import { amountInput } from '../decimal-input.ts';
import { count, decimal, dividedBy, isLess, isNothing, times, whole, written } from '../exact.ts';
import { counting, type Ratio, indicator } from '../indicator.ts';
import { rowsOf, sumOf } from '../measure.ts';
import type { OfIncidents } from './accidents.ts';

const inTheYear: OfIncidents = {
  all: [
    { column: 'occurredOn', within: 'trailingYear' },
    { column: 'production', flag: true },
  ],
};
const hurting: OfIncidents = { all: [inTheYear, { column: 'hurt', flag: true }] };

type Small = { readonly smallBelow: number; readonly smallRate: string };
type Year = Readonly<Record<'minor' | 'serious' | 'months' | 'headcounts', number>>;

/**
 * A2 千人事故受伤率 of the twelve months: persons hurt to the mean headcount of the month-ends. The headcounts are divided by twelve even where
 * there are fewer months, which makes the part of a year that a young unit has been there. In a unit of fewer than `smallBelow` people one
 * minor injury alone counts at most as `smallRate`.
 */
export const a2Injuries = indicator({
  code: 'A2',
  params: z.strictObject({ smallBelow: z.int().min(0).max(100_000).default(100), smallRate: amountInput.default('0.0045') }),
  counting: (small) =>
    counting(
      {
        minor: sumOf('incidents', 'minor', inTheYear),
        serious: sumOf('incidents', 'serious', inTheYear),
        hurting: rowsOf('incidents', hurting),
        months: rowsOf('scopeMonths', { column: 'monthOn', within: 'trailingYear' }),
        headcounts: sumOf('scopeMonths', 'headcount', { column: 'monthOn', within: 'trailingYear' }),
      },
      {
        records: { numerator: ['hurting'], denominator: ['months'] },
        ratio: (sums) => rateOf(sums, small),
        raises: [
          {
            act: 'preventInjuries',
            when: 'next',
            on: 'hurting',
            count: ({ hurting: events }) => events,
            done: (sums) => ({ ...sums, minor: 0, serious: 0, hurting: 0 }),
          },
        ],
      },
    ),
});

function rateOf(year: Year, small: Small): Ratio {
  const hurt = count(year.minor + year.serious);
  const denominator = dividedBy(count(year.headcounts), count(12));
  if (isNothing(denominator)) return { numerator: hurt, denominator };
  const rate = dividedBy(hurt, denominator);
  const guarded = isGuarded(year, small) && isLess(decimal(small.smallRate), rate);
  return {
    numerator: hurt,
    denominator,
    factor: guarded ? dividedBy(decimal(small.smallRate), rate) : whole,
    facts: {
      perMille: written(times(rate, count(1000)), 4),
      months: String(year.months),
      averageHeadcount: written(dividedBy(count(year.headcounts), count(year.months)), 1),
      ...(guarded && { smallUnit: '1', smallBelow: String(small.smallBelow) }),
    },
  };
}

/** Fewer people than that on the average of the months that there were, and one minor injury alone. */
function isGuarded({ minor, serious, months, headcounts }: Year, { smallBelow }: Small): boolean {
  return minor === 1 && serious === 0 && headcounts < smallBelow * months;
}
