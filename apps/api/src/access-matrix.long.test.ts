import { test } from '@changming/application/testing';
import { expect } from 'vitest';

import { walkMatrix } from './testing/matrix.ts';

/** The full product: every role at every place with every credential, and no question left out because its answer seems clear. */
test('the whole matrix has no unexpected answer', async ({ house, database: { owner } }) => {
  const { asked, unexpected } = await walkMatrix(house, owner, { walls: 'both', asks: 'whole' });

  expect(unexpected).toEqual([]);
  expect(asked).toBeGreaterThan(40_000);
}, 1_800_000);
