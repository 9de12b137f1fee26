import { expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, test } from '../testing/index.ts';
import { checkRecords } from './index.ts';
import { listsOf, moveWorkshop, runTwice, unitsOf, wholeList } from './testing/company-scores.ts';
import { on } from './testing/story.ts';
import { variedHazards } from './testing/varied-hazards.ts';

test('of the lists of a score whoever reads a branch sees what lies in it today, and no less', async ({ database }) => {
  await variedHazards(database.owner, 60, { stay: true });
  const { restated: runId } = await runTwice(database);
  const { root, east, workshop } = await unitsOf(database);
  const listed = (reader: Caller) => seen(reader, { runId, unitId: east.id });
  const both = (day: string) =>
    on(database, day, async (house) => ({
      all: await listed(as(house, 'hqSafety', root)),
      own: await listed(as(house, 'safetyOfficer', east)),
    }));

  const before = await both('2027-02-02');
  expect(before.own).toEqual(before.all);
  await moveWorkshop(database);
  const after = await both('2027-02-05');

  expect(after.all).toEqual(before.all);
  const staying = after.all.map(({ list, records }) => ({ list, records: records.filter(({ unitId }) => unitId !== workshop.id) }));
  expect(after.own).toEqual(staying);
  expect(staying).not.toEqual(after.all);
});

/** Every list, and that it is as long as a search of all units that the reader may see. */
async function seen(reader: Caller, of: { readonly runId: string; readonly unitId: string }) {
  const lists = [];
  for (const list of await listsOf(reader, of)) {
    if (list.measure !== undefined) continue;
    const records = await wholeList(reader, list);
    const { visible } = await checkRecords(reader, list);
    expect({ list, found: records.length }).toEqual({ list, found: visible });
    lists.push({ list, records });
  }
  return lists;
}
