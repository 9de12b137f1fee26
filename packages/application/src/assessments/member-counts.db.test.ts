import { describe, expect } from 'vitest';

import { type Caller, query } from '../context.ts';
import { as, test } from '../testing/index.ts';
import { checkRecords } from './index.ts';
import { memberCounts } from './member-counts.ts';
import { type AskedSide, openSide } from './open-side.ts';
import { forgetMemberCounts, listsOf, moveWorkshop, runTwice, unitsOf, wholeList } from './testing/company-scores.ts';
import { on } from './testing/story.ts';
import { variedHazards } from './testing/varied-hazards.ts';

/** In which units the run found the records of a list. */
const countsOf = query({
  permission: 'assessments.read',
  run: async (work, list: AskedSide) => memberCounts(work.tx, list, await openSide(work, list)),
});

let runs: { readonly published: string; readonly restated: string };

describe('the lists of a score of many units', () => {
  test('are found in the units that the run counted them in, and counted whole in all', async ({ database }) => {
    await variedHazards(database.owner, 60);
    runs = await runTwice(database);
    await moveWorkshop(database);
    const { restated } = runs;

    const lists = await seen(database, [restated], async (reader, list) => {
      const records = await wholeList(reader, list);
      return { records, counts: await countsOf(reader, list), check: await checkRecords(reader, list) };
    });

    expect(lists.length).toBeGreaterThan(30);
    for (const { told, ...list } of lists)
      expect({ list, listed: told.records.length, ...told.check }).toMatchObject({
        list,
        listed: told.check.visible,
        found: told.check.visible,
        unchanged: true,
      });
    const known = lists.flatMap(({ told: { records, counts } }) => (counts === null ? [] : [{ records, counts }]));
    for (const { records, counts } of known)
      expect(counts).toEqual(new Map([...Map.groupBy(records, ({ unitId }) => unitId)].map(([id, { length }]) => [id, length])));
    expect(new Set(known.map(({ counts }) => counts.size))).toEqual(new Set([0, 1, 2, 3]));
  });

  test('are those of a search of all units, of what was published and of its restatement, whatever has moved since', async ({
    database,
  }) => {
    const { published, restated } = runs;
    const lists = () => seen(database, [published, restated], wholeList, ({ measure }) => measure === undefined);
    const narrow = await lists();
    await forgetMemberCounts(database.owner);

    expect(await lists()).toEqual(narrow);
    expect((await seen(database, [restated], countsOf)).filter(({ told }) => told !== null)).toEqual([]);
    const [first, second] = [published, restated].map((runId) => narrow.filter((list) => list.runId === runId).map(({ told }) => told));
    expect(second).not.toEqual(first);
  });
});

type Tell<Told> = (reader: Caller, list: AskedSide) => Promise<Told>;

/** What headquarters is told of the lists of the eastern company. */
async function seen<Told>(
  database: Parameters<typeof runTwice>[0],
  runIds: readonly string[],
  tell: Tell<Told>,
  isAsked: (list: AskedSide) => boolean = () => true,
) {
  const { root, east } = await unitsOf(database);
  return on(database, '2027-02-05', async (house) => {
    const reader = as(house, 'hqSafety', root);
    const lists = [];
    for (const runId of runIds) lists.push(...(await listsOf(reader, { runId, unitId: east.id })));
    const told = [];
    for (const list of lists.filter(isAsked)) told.push({ ...list, told: await tell(reader, list) });
    return told;
  });
}
