import { expect } from 'vitest';

import { as, given, test } from '../testing/index.ts';
import { listChildren, moveUnit, readUnit } from './index.ts';
import { faultsOfTree, givenBranch, givenHazards } from './testing/given-branch.ts';

const units = 5_000;
const rows = 250_000;

/** How long it takes is for `bench-move.ts`: a clock in a test measures what else the machine does. */
test('no reader sees half of a move of 5,000 units with 250,000 listed rows, and every row arrives', async ({
  house,
  database: { owner },
}) => {
  const { root, east, west, mill } = await given.group(owner);
  const ids = await givenBranch(owner, mill, { units, persons: rows / 5 });
  await givenHazards(owner, ids, (rows / 5) * 4);
  const safety = as(house, 'hqSafety', root);
  const seen: string[] = [];
  const reading = { on: true };
  const reader = (async () => {
    while (reading.on) {
      const { path } = await readUnit(safety, { unitId: mill.id });
      const below = await listChildren(safety, { parentId: mill.id });
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(`${path.map(({ name }) => name).join(' / ')} (${below.length})`);
    }
  })();

  await moveUnit(safety, { unitId: mill.id, parentId: west.id, on: '2026-01-15', reason: '划转' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  reading.on = false;
  await reader;

  const states = [...new Set(seen)];
  expect(states).toEqual([
    expect.stringContaining(`${root.name} / ${east.name} (`),
    expect.stringContaining(`${root.name} / ${west.name} (`),
  ]);
  expect(new Set(states.map((state) => state.replace(/.*\(/, ''))).size).toBe(1);
  expect(await faultsOfTree(owner)).toEqual([]);
  expect(seen.length).toBeGreaterThan(10);
});
