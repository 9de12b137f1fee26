import { expect, test } from 'vitest';

import { mayAskAgain } from './extension-again.ts';

test('an extension may be asked for again up to the deadline, and not after it', () => {
  const planned = { plan: { dueOn: '2026-01-30' } };

  expect(['2026-01-29', '2026-01-30', '2026-01-31'].map((today) => mayAskAgain(planned, today))).toEqual([true, true, false]);
});
