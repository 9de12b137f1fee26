import { expect, it } from 'vitest';

import { coverageOf, scenarios } from './testing/coverage.ts';

it.each(scenarios)('the interval at 95 % contains the truth in at least 93 % of 20,000 draws: $name', (scenario) => {
  expect(coverageOf(scenario, 20_000, 20_260_302)).toBeGreaterThanOrEqual(0.93);
});
