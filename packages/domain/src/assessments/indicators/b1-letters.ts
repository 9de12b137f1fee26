import { z } from 'zod';

import type { Condition } from '../condition.ts';
import { count } from '../exact.ts';
import type { ColumnsOf } from '../facts.ts';
import { counting, indicator } from '../indicator.ts';
import { rowsOf } from '../measure.ts';

type OfLetters = Condition<ColumnsOf<'letters'>>;

const required: OfLetters = { column: 'requiredOn', notAfter: 'lastDay' };
const signed: OfLetters = { all: [required, { column: 'signedOn', notAfter: 'lastDay' }] };

/** B1 全员安全生产责任书签订率: persons with the letter of the year for their present post, among those in it for 15 days on the last day. */
export const b1Letters = indicator({
  code: 'B1',
  params: z.strictObject({}),
  counting: () =>
    counting(
      {
        required: rowsOf('letters', required),
        signed: rowsOf('letters', signed),
        unsigned: rowsOf('letters', { all: [required, { not: signed }] }),
      },
      {
        records: { numerator: ['signed'], denominator: ['required'] },
        ratio: (sums) => ({ numerator: count(sums.signed), denominator: count(sums.required) }),
        raises: [
          {
            act: 'signLetters',
            when: 'next',
            on: 'unsigned',
            count: (sums) => sums.unsigned,
            done: (sums, n) => ({ ...sums, signed: sums.signed + n }),
          },
        ],
      },
    ),
});
