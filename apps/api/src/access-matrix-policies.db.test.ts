import { test } from '@changming/application/testing';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';

import { walkMatrix } from './testing/matrix.ts';

/** The explicit predicate is taken away, in this file's own copy of the modules: what still holds is row-level security alone. */
vi.mock(import('@changming/database/scope'), async (original) => ({
  ...(await original()),
  within: () => sql<boolean>`true`,
}));

test('row-level security alone lets nobody out of his branch', async ({ house, database: { owner } }) => {
  const { unexpected } = await walkMatrix(house, owner, { asks: 'dealt', walls: 'policies' });

  expect(unexpected.join('\n')).toBe('');
}, 300_000);
