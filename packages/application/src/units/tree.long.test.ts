import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { listChildren, readUnit, searchUnits } from './index.ts';
import { givenBranch } from './testing/given-branch.ts';

test('a tree of 20,000 units opens, unfolds and is searched in well under a second each', async ({ house, database: { owner } }) => {
  const { root, mill } = await given.group(owner);
  const ids = await givenBranch(owner, mill, { units: 20_000, persons: 1 });
  const safety = as(house, 'hqSafety', root);
  const timed = async (what: string, act: () => Promise<unknown>) => {
    const began = performance.now();
    await act();
    const took = performance.now() - began;
    console.info(`${what}: ${took.toFixed(0)} ms`);
    return took;
  };
  await listChildren(safety, {});

  const took = [
    await timed('the heads', () => listChildren(safety, {})),
    await timed('952 children of one unit', () => listChildren(safety, { parentId: mill.id })),
    await timed('the same of a past day', () => listChildren(safety, { parentId: mill.id, on: '2025-06-01' })),
    await timed('one unit with its path', () => readUnit(safety, { unitId: ids[10_000] ?? '' })),
    await timed('a search', () => searchUnits(safety, { q: (ids[15_000] ?? '').slice(0, 6), limit: 20 })),
  ];

  expect(Math.max(...took)).toBeLessThan(1000);
});
