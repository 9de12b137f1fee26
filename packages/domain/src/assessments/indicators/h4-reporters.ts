import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count, decimal, dividedBy, type Exact, isNothing, times, whole, written } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, type Ratio, indicator } from '../indicator.ts';
import { rowsOf, sumOf } from '../measure.ts';
import { fullFrom } from '../score-function.ts';

type OfMonths = Condition<ColumnsOf<'scopeMonths'>>;

const inPeriod: OfMonths = { column: 'monthOn', within: 'period' };
const ofPeriod = (periodKind: string): OfMonths => ({ all: [inPeriod, { column: 'periodKind', is: periodKind }] });

/** Shares of the headcount that are aimed at, by the kind of period (11.4 H4); a half year lies between. */
const targets = { month: '0.02', quarter: '0.05', half: '0.10', year: '0.15' } as const;

type Sums = Readonly<Record<'reporters' | 'months' | 'headcounts' | 'monthly' | 'halfYearly' | 'yearly', number>>;

/**
 * H4 员工隐患报告参与率: persons who reported a hazard by name that did not prove void, to the mean headcount. The function runs to the target of a
 * quarter; the rate of another period is brought to it.
 */
export const h4Reporters = indicator({
  code: 'H4',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        reporters: rowsOf('reporters', { column: 'firstOn', within: 'period' }),
        months: rowsOf('scopeMonths', inPeriod),
        headcounts: sumOf('scopeMonths', 'headcount', inPeriod),
        monthly: rowsOf('scopeMonths', ofPeriod('month')),
        halfYearly: rowsOf('scopeMonths', ofPeriod('half')),
        yearly: rowsOf('scopeMonths', ofPeriod('year')),
      },
      {
        records: { numerator: ['reporters'], denominator: ['months'] },
        ratio: participation,
        raises: [
          {
            act: 'raiseReporters',
            when: 'next',
            on: null,
            count: (sums, by) => wanting(sums, fullFrom(by)),
            done: (sums, n) => ({ ...sums, reporters: sums.reporters + n }),
          },
        ],
      },
    ),
});

function participation(sums: Sums): Ratio {
  const reporters = count(sums.reporters);
  const headcount = sums.months === 0 ? count(0) : dividedBy(count(sums.headcounts), count(sums.months));
  const target = targetOf(sums);
  if (isNothing(headcount)) return { numerator: reporters, denominator: headcount };
  return {
    numerator: reporters,
    denominator: headcount,
    factor: factorOf(sums),
    facts: { reportersAimedAt: written(times(decimal(target), count(100)), 0), meanHeadcount: written(headcount, 1) },
  };
}

function targetOf({ monthly, halfYearly, yearly }: Sums): string {
  if (monthly > 0) return targets.month;
  if (halfYearly > 0) return targets.half;
  return yearly > 0 ? targets.year : targets.quarter;
}

function factorOf(sums: Sums): Exact {
  const target = targetOf(sums);
  return target === targets.quarter ? whole : dividedBy(decimal(targets.quarter), decimal(target));
}

/** How many more the full score wants. */
function wanting(sums: Sums, full: Exact | null): number {
  if (full === null || sums.months === 0) return 0;
  const wanted = times(dividedBy(full, factorOf(sums)), dividedBy(count(sums.headcounts), count(sums.months)));
  return Math.max(0, Number((wanted.n + wanted.d - 1n) / wanted.d) - sums.reporters);
}
