import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import type { Caller } from '../context.ts';
import { as, test } from '../testing/index.ts';
import { checkRecords } from './index.ts';
import { listsOf, moveWorkshop, runTwice, unitsOf, wholeList } from './testing/company-scores.ts';
import { on } from './testing/story.ts';
import { variedHazards } from './testing/varied-hazards.ts';

let runs: { readonly published: string; readonly restated: string };

describe('the records of a score, checked by whoever sees one branch', () => {
  test('are said to be the same although some came from another branch since the period, or left for one', async ({ database }) => {
    const { owner } = database;
    await variedHazards(owner, 60);
    runs = await runTwice(database);
    const { root, east } = await unitsOf(database);

    for (const runId of [runs.published, runs.restated])
      await on(database, '2027-02-02', async (house) => {
        const [reader, other] = [as(house, 'hqSafety', root), as(house, 'safetyOfficer', east)];
        for (const list of await listsOf(reader, { runId, unitId: east.id })) {
          const [all, own] = [await checkRecords(reader, list), await checkRecords(other, list)];
          expect({ list, ...all }).toMatchObject({ list, visible: all.found, unchanged: true });
          expect({ list, ...own }).toEqual({ list, ...all, visible: own.visible });
        }
      });
  });

  test('show him those that lie in his branch as the run knew them, and no other', async ({ database }) => {
    const { root, east } = await unitsOf(database);
    await moveWorkshop(database);

    for (const runId of [runs.published, runs.restated]) {
      const { all, own } = await on(database, '2027-02-05', async (house) => ({
        all: await checked(as(house, 'hqSafety', root), { runId, unitId: east.id }),
        own: await checked(as(house, 'safetyOfficer', east), { runId, unitId: east.id }),
      }));
      const outside = await lyingOutside(database.owner, { runId, unitId: east.id });

      const seen = all.map(({ list, records }) => ({ list, records: records.filter(({ id }) => !outside.has(id)) }));
      expect(own.map(({ list, records }) => ({ list, records }))).toEqual(seen);
      expect(seen).not.toEqual(all.map(({ list, records }) => ({ list, records })));
      for (const { list, records, check } of own)
        expect({ list, ...check }).toMatchObject({ list, visible: records.length, unchanged: true });
    }
  });

  test('are said to have changed when one out of his sight did, and nothing is said of which', async ({ database }) => {
    const { owner } = database;
    const { east, farMill } = await unitsOf(database);
    const asked = { runId: runs.restated, unitId: east.id, indicator: 'D2', side: 'denominator' } as const;
    const check = () => on(database, '2027-02-05', async (house) => checkRecords(as(house, 'safetyOfficer', east), asked));
    const before = await check();
    expect(before.visible).toBeLessThan(before.found);
    const outside = await lyingOutside(owner, asked);

    /** Whoever reaches past the product: what lies outside of the branch is lost. */
    await sql`delete from hazards_history where id = any(${[...outside]}::uuid[])`.execute(owner);
    const after = await check();

    expect(after).toEqual({ counted: before.counted, found: before.visible, visible: before.visible, unchanged: false });
    await on(database, '2027-02-05', async (house) => {
      await expect(checkRecords(as(house, 'safetyOfficer', farMill), asked)).rejects.toMatchObject({ kind: 'missing' });
    });
  });
});

type Of = { readonly runId: string; readonly unitId: string };

/** Every list with its check. */
async function checked(reader: Caller, of: Of) {
  const lists = [];
  for (const list of await listsOf(reader, of))
    lists.push({ list, records: await wholeList(reader, list), check: await checkRecords(reader, list) });
  return lists;
}

/** Hazards and look-backs that lay outside of the branch of today when the run knew them; of opening imports, when they came. */
async function lyingOutside(owner: Database, { runId, unitId }: Of): Promise<ReadonlySet<string>> {
  const { known_at: at } = await owner.selectFrom('assessment_runs').select('known_at').where('id', '=', runId).executeTakeFirstOrThrow();
  const { rows } = await sql<{ id: string }>`
    with past as (
      select id, unit_id, known_from from hazards_history where known_to > greatest(known_from, ${at})
      union all select id, unit_id, known_from from hazard_look_backs_history where known_to > greatest(known_from, ${at})),
      "then" as (select distinct on (id) id, unit_id from past order by id, known_from)
    select past.id from "then" past join units u on u.id = past.unit_id, units top
    where top.id = ${unitId} and u.lo not between top.lo and top.hi`.execute(owner);
  return new Set(rows.map(({ id }) => id));
}
