import { expect, test } from 'vitest';

import { killRun } from './kills/kill-run.ts';

test('twenty kills of API, worker and database during a burst: nothing acknowledged is lost, nothing doubled', {
  timeout: 240_000,
}, async () => {
  const { faults, recoveries, journal, logged, drained } = await killRun({ kills: 20, seed: 20_260_302 });

  expect(faults).toEqual([]);
  expect(logged).toEqual([]);
  expect(recoveries.flatMap(({ killed }) => killed)).toHaveLength(20);
  expect(recoveries.filter(({ apiStayed }) => !apiStayed)).toEqual([]);
  expect([...journal.unanswered.keys()].filter((status) => status !== 0 && status !== 503)).toEqual([]);
  expect(Math.max(...recoveries.map(({ seconds }) => seconds))).toBeLessThan(20);
  expect(drained).toBeLessThan(60);
});
