import { test, testSecrets } from '@changming/application/testing';
import { openHouse } from '@changming/application/context';
import { expect } from 'vitest';

import { walkMatrix } from './testing/matrix.ts';

/** Entered as the owner, for whom no policy of row-level security holds. */
test('the explicit predicate alone lets nobody out of his branch', async ({ house, database: { owner, url } }) => {
  const unguarded = openHouse({ url, max: 4, clock: house.clock, secrets: testSecrets });

  const { unexpected } = await walkMatrix(unguarded, owner, { asks: 'dealt', walls: 'predicate' });
  await unguarded.close();

  expect(unexpected.join('\n')).toBe('');
}, 300_000);
