import { test } from '@changming/application/testing';
import { expect } from 'vitest';

import { faultsOf, staged } from './testing/bad-input.ts';

/** Every field of every route with every spoilt value. */
test('no request that no form sends is a fault', async ({ house, database: { owner } }) => {
  expect(await faultsOf(await staged(house, owner), 1)).toEqual([]);
}, 1_800_000);
