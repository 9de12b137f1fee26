import { expect, test } from 'vitest';

import { killRun } from './kills/kill-run.ts';

test('200 kills of API, worker and database during a burst: nothing acknowledged is lost, nothing doubled', async () => {
  const { faults, logged, recoveries, drained } = await killRun({ kills: 200, seed: 7 });

  expect(faults).toEqual([]);
  expect(logged).toEqual([]);
  expect(recoveries.filter(({ apiStayed }) => !apiStayed)).toEqual([]);
  expect(drained).toBeLessThan(60);
});
