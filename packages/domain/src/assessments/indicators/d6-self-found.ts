import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count, dividedBy, type Exact, isLess, minus, times, whole } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';
import { fullFrom, type ScoreFunction } from '../score-function.ts';
import { found } from './found-hazards.ts';

type OfHazards = Condition<ColumnsOf<'hazards'>>;

const byOneself: OfHazards = { all: [found, { column: 'source', in: ['selfCheck', 'employeeReport'] }] };
const doubted: OfHazards = { all: [byOneself, { column: 'suspectFake', flag: true }] };

/** D6 自查发现占比: found by the unit itself, among what it and inspectors from outside found. Doubted records of its own do not count. */
export const d6SelfFound = indicator({
  code: 'D6',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        self: rowsOf('hazards', { all: [byOneself, { not: doubted }] }),
        external: rowsOf('hazards', { all: [found, { column: 'source', in: ['groupInspection', 'authority', 'expert'] }] }),
        doubted: rowsOf('hazards', doubted),
      },
      {
        records: { numerator: ['self'], denominator: ['self', 'external'] },
        ratio: ({ self, external, doubted: left }) => ({
          numerator: count(self),
          denominator: count(self + external),
          facts: { external: String(external), doubted: String(left) },
        }),
        raises: [
          { act: 'clearDoubt', when: 'now', on: 'doubted', count: (sums) => sums.doubted, done: moreOfOnesOwn },
          { act: 'findOneself', when: 'next', on: null, count: wanting, done: moreOfOnesOwn },
        ],
      },
    ),
});

function moreOfOnesOwn<Of extends { readonly self: number }>(sums: Of, more: number): Of {
  return { ...sums, self: sums.self + more };
}

/** How many more of one's own the full score wants: self ≥ external × full / (1 − full). */
function wanting({ self, external }: { readonly self: number; readonly external: number }, by: ScoreFunction): number {
  const full = fullFrom(by);
  if (full === null || !isLess(full, whole)) return 0;
  const wanted = external === 0 ? 1 : ceiling(times(count(external), dividedBy(full, minus(whole, full))));
  return Math.max(0, wanted - self);
}

function ceiling({ n, d }: Exact): number {
  return Number((n + d - 1n) / d);
}
