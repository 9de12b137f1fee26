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

  test('of a run that fails do not keep those of the runs before it waiting: why is kept, and it is tried again a day later', async ({
    database,
  }) => {
    const { owner } = database;
    const { rows } = await sql<{ id: string }>`select id from assessment_runs order by computed_at desc`.execute(owner);
    const [restated = '', published = ''] = rows.map(({ id }) => id);
    await forgetMemberCounts(owner);
    await breakRun(owner, restated);
    const fillAt = (day: string) => on(database, day, async (house) => fillMemberCounts(house.clockwork(), {}));
    const noted = () => owner.selectFrom('assessment_unfilled_runs').select(['run_id', 'tries', 'reason']).execute();

    expect(await fillAt('2027-02-05')).toEqual({ filled: 0, more: true });
    const [failure] = await noted();
    expect(failure).toMatchObject({ run_id: restated, tries: 1 });
    expect(failure?.reason).toContain('the records are gone');
    expect(await fillAt('2027-02-05')).toMatchObject({ more: true });
    expect(await filledRuns(owner)).toEqual([published]);
    expect(await fillAt('2027-02-05'), 'not at once again').toEqual({ filled: 0, more: false });

    expect(await fillAt('2027-02-06')).toEqual({ filled: 0, more: true });
    expect(await noted()).toMatchObject([{ run_id: restated, tries: 2 }]);
    await sql`drop trigger broken on assessment_results`.execute(owner);
    await fillAt('2027-02-07');
    expect(await filledRuns(owner)).toEqual([published, restated].toSorted());
    expect(await noted()).toEqual([]);
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

/** From now on no counts of the run can be written. */
async function breakRun(owner: Database, runId: string): Promise<void> {
  await sql`
    create function broken() returns trigger language plpgsql as $$ begin raise exception 'the records are gone'; end $$;
    create trigger broken before update on assessment_results for each row when (new.run_id = ${sql.lit(runId)}) execute function broken()`.execute(
    owner,
  );
}
