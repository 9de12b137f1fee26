import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count, plus, times } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';
import { due, handedIn, valid } from './found-hazards.ts';

type OfHazards = Condition<ColumnsOf<'hazards'>>;

const half = { n: 1n, d: 2n } as const;

const major: OfHazards = { all: [due, { column: 'level', is: 'major' }] };
const planned: OfHazards = { all: [major, { column: 'planComplete', flag: true }] };
/** 五落实不全: majors of which the plan does not state all five, or had one of them waived. Handed in by the deadline they do not count either. */
export const withoutPlan = rowsOf('hazards', { all: [{ column: 'level', is: 'major' }, { not: { column: 'planComplete', flag: true } }] });
const unanswered: OfHazards = {
  all: [
    valid,
    { column: 'suggestion', in: ['open', 'denialProposed'] },
    { column: 'suggestionDueOn', notAfter: 'lastDay' },
    { not: major },
  ],
};

/** Handed in at most `days` late; what is still owed is judged on the last day of the period. */
function atMostLate(days: number): OfHazards {
  const done: OfHazards = { all: [handedIn, { column: 'submittedOn', notAfter: 'dueOn', plusDays: days }] };
  const open: OfHazards = { all: [{ not: handedIn }, { not: { column: 'dueOn', notAfter: 'lastDay', plusDays: -days - 1 } }] };
  return { any: [done, open] };
}

/**
 * D3 重大事故隐患治理: of the majors due in the period, those with all five commitments and not overdue count whole, those overdue by
 * at most `graceDays` half; a suggestion that nobody has answered in its 24 hours stands in the denominator alone.
 */
export const d3Majors = indicator({
  code: 'D3',
  params: z.strictObject({ graceDays: z.int().min(0).max(365).default(7) }),
  counting({ graceDays }) {
    const inTime: OfHazards = { all: [planned, atMostLate(0)] };
    const late: OfHazards = { all: [planned, { not: inTime }, atMostLate(graceDays)] };
    return counting(
      {
        majors: rowsOf('hazards', major),
        inTime: rowsOf('hazards', inTime),
        late: rowsOf('hazards', late),
        notInTime: rowsOf('hazards', { all: [major, { not: inTime }] }),
        unanswered: rowsOf('hazards', unanswered),
      },
      {
        records: { numerator: ['inTime', 'late'], denominator: ['majors', 'unanswered'] },
        ratio: (sums) => ({
          numerator: plus(count(sums.inTime), times(half, count(sums.late))),
          denominator: count(sums.majors + sums.unanswered),
          facts: {
            inTime: String(sums.inTime),
            late: String(sums.late),
            unanswered: String(sums.unanswered),
            graceDays: String(graceDays),
          },
        }),
        raises: [
          {
            act: 'answerSuggestion',
            when: 'now',
            on: 'unanswered',
            count: (sums) => sums.unanswered,
            done: (sums, n) => ({ ...sums, unanswered: sums.unanswered - n }),
          },
          {
            act: 'treatMajor',
            when: 'next',
            on: 'notInTime',
            count: (sums) => sums.notInTime,
            done: (sums) => ({ ...sums, inTime: sums.majors, late: 0, notInTime: 0 }),
          },
        ],
      },
    );
  },
});
