import type { Database } from '@changming/database';
import { sql } from 'kysely';
import { describe, expect } from 'vitest';

import { as, test } from '../testing/index.ts';
import { fillMemberCounts } from './index.ts';
import { forgetMemberCounts, runTwice, unitsOf } from './testing/company-scores.ts';
import { on } from './testing/story.ts';
import { variedHazards } from './testing/varied-hazards.ts';

describe('scores that were computed before the counts of their units were kept', () => {
  test('are given them piece by piece, the same that the run would have kept, and nothing else of them changes', async ({ database }) => {
    const { owner } = database;
    await variedHazards(owner, 60);
    const { restated, published } = await runTwice(database);
    const before = await told(owner);
    await forgetMemberCounts(owner);

    const filled = [];
    for (let more = true; more; ) {
      const piece = await on(database, '2027-02-03', async (house) => fillMemberCounts(house.clockwork(), {}));
      filled.push(await filledRuns(owner));
      more = piece.more;
    }

    expect(filled).toEqual([[restated], [published, restated].toSorted(), [published, restated].toSorted()]);
    expect(await told(owner)).toEqual(before);
    expect(before.some(({ row }) => row.member_counts !== null)).toBe(true);
  });

  test('are left to whoever has them in hand, and not touched for a unit alone', async ({ database }) => {
    const { owner } = database;
    await forgetMemberCounts(owner);
    await owner.transaction().execute(async (tx) => {
      await sql`select from assessment_results for update`.execute(tx);
      const piece = await on(database, '2027-02-04', async (house) => fillMemberCounts(house.clockwork(), {}));
      expect(piece).toEqual({ filled: 0, more: false });
    });
    const { root, east } = await unitsOf(database);
    await on(database, '2027-02-04', async (house) => {
      await expect(fillMemberCounts(as(house, 'safetyOfficer', east), {})).rejects.toMatchObject({ kind: 'forbidden' });
      await fillMemberCounts(house.clockwork(), {});
      await fillMemberCounts(as(house, 'hqSafety', root), {});
    });
    const { rows } = await sql<{ alone: boolean; unfilled: boolean }>`
      select distinct cardinality(members) = 1 as alone, member_counts is null as unfilled from assessment_results`.execute(owner);
    expect(rows.every(({ alone, unfilled }) => alone === unfilled)).toBe(true);
  });

  test('keep what they have been given: the program may not change it, nor anything else of a result', async ({ database }) => {
    const { owner, role } = database;
    const asRuntime = async (statement: ReturnType<typeof sql>) =>
      owner.transaction().execute(async (tx) => {
        await sql`set local role ${sql.id(role)}`.execute(tx);
        await sql`select set_config('app.read_scope', '{[1,9223372036854775806]}', true), set_config('app.write_scope', '{[1,9223372036854775806]}', true)`.execute(
          tx,
        );
        await statement.execute(tx);
      });

    await expect(asRuntime(sql`update assessment_results set member_counts = '{}'`)).rejects.toThrow('are kept once');
    await expect(asRuntime(sql`update assessment_results set receipts = '{}'`)).rejects.toThrow('permission denied');
  });
});

/** All that is told of runs and results, their hashes among it. */
async function told(owner: Database) {
  const { rows } = await sql<{ row: { readonly member_counts: unknown }; run: object }>`
    select to_jsonb(r) as row, to_jsonb(run) as run from assessment_results r join assessment_runs run on run.id = r.run_id
    order by r.run_id, r.unit_id`.execute(owner);
  return rows;
}

async function filledRuns(owner: Database): Promise<string[]> {
  const { rows } = await sql<{ run_id: string }>`
    select distinct run_id from assessment_results where member_counts is not null order by run_id`.execute(owner);
  return rows.map((row) => row.run_id);
}
