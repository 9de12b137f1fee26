import { test, testSecrets } from '@changming/application/testing';
import { openHouse } from '@changming/application/context';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';

import { walkMatrix } from './testing/matrix.ts';

vi.mock(import('@changming/database/scope'), async (original) => ({
  ...(await original()),
  within: () => sql<boolean>`true`,
}));

/** A matrix that finds nothing proves nothing until it has found a planted fault: here both walls are down. */
test('with neither wall standing the matrix finds what is open', async ({ house, database: { owner, url } }) => {
  const open = openHouse({ url, max: 4, clock: house.clock, secrets: testSecrets });
  const only = ['GET /accounts/{accountId}', 'DELETE /grants/{grantId}', 'GET /workforce/persons'];

  const { unexpected } = await walkMatrix(open, owner, { asks: 'dealt', walls: 'policies', only });
  await open.close();

  expect(unexpected).toContainEqual(
    expect.stringMatching(/^GET \/accounts\/\{accountId\} as \w+, foreign, session: expected 404, got 200/),
  );
  expect(unexpected).toContainEqual(expect.stringMatching(/^DELETE \/grants\/\{grantId\} as \w+, sibling, session: expected 404, got 204/));
  expect(unexpected).toContainEqual(expect.stringMatching(/^GET \/workforce\/persons as \w+, foreign, session: expected 404, got 200/));
}, 120_000);
