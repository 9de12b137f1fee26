import { expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, test } from '../testing/index.ts';
import { countPlanGaps } from './index.ts';
import { listsOf, moveWorkshop, runTwice, unitsOf, wholeList } from './testing/company-scores.ts';
import { on } from './testing/story.ts';
import { variedHazards } from './testing/varied-hazards.ts';

type Of = { readonly runId: string; readonly unitId: string };

test('majors without their five commitments are counted in all records of a list, whoever sees them', async ({ database }) => {
  await variedHazards(database.owner, 150);
  const { published: runId } = await runTwice(database);
  const { root, east, farMill } = await unitsOf(database);
  const of = { runId, unitId: east.id };

  const seen = await on(database, '2027-02-02', (house) => gapsOf(as(house, 'hqSafety', root), of));
  expect(seen.map(({ counted }) => counted)).toEqual(seen.map(({ facts }) => facts.filter(lacksPlan).length));
  const longest = Math.max(...seen.map(({ counted }) => counted));
  expect(longest).toBeGreaterThan(1);

  await moveWorkshop(database);
  await on(database, '2027-02-05', async (house) => {
    const own = await gapsOf(as(house, 'safetyOfficer', east), of);
    expect(
      own.map(({ counted }) => counted),
      'what has left for another branch was counted too',
    ).toEqual(seen.map(({ counted }) => counted));
    const asked = { ...of, indicator: 'D3', side: 'denominator' } as const;
    await expect(countPlanGaps(as(house, 'safetyOfficer', farMill), asked)).rejects.toMatchObject({ kind: 'missing' });
  });
});

type Facts = Readonly<Record<string, unknown>>;

const lacksPlan = ({ level, planComplete }: Facts) => level === 'major' && planComplete === false;

async function gapsOf(reader: Caller, of: Of) {
  const lists = [];
  for (const list of await listsOf(reader, of)) {
    const records = await wholeList(reader, list);
    lists.push({ counted: (await countPlanGaps(reader, list)).count, facts: records.map(({ facts }) => facts as Facts) });
  }
  return lists;
}
