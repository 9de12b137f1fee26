import { expect, test } from 'vitest';

import { killRun } from './kills/kill-run.ts';

test.each([20, 200])(
  '%i kills of API, worker and database during a burst: nothing acknowledged is lost, nothing doubled',
  async (kills) => {
    const { faults, logged, recoveries, drained } = await killRun({ kills, seed: 7 });

    expect(faults).toEqual([]);
    expect(logged).toEqual([]);
    expect(recoveries.filter(({ apiStayed }) => !apiStayed)).toEqual([]);
    expect(drained).toBeLessThan(60);
  },
);
