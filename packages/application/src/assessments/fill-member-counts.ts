import type { Tx } from '@changming/database';
import { prepare, windowOf } from '@changming/domain/assessments';
import { dayIn } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { measureAll } from './measure-all.ts';
import { memberCountsOf } from './member-counts.ts';
import { knownOf, type StoredRun } from './run-store.ts';
import { refuseUnlessHeadquarters, toStored } from './scheme-store.ts';
import { scopeOf } from './scopes.ts';

/** So many scores and units at a time that a piece takes about a second. */
const most = { scores: 50, units: 300 };

/**
 * 补记: what each measure counted in each unit, of some scores that were computed before that was kept; the latest run first. What was known
 * at the cut-off of a run does not change, so it is counted as the run counted it. The scores themselves, and what their receipts tell, stay.
 */
export const fillMemberCounts = command({
  permission: 'assessments.run',
  name: 'assessments.fill-member-counts',
  input: z.strictObject({}),
  async run(work) {
    refuseUnlessHeadquarters(work);
    const run = await latestUnfilled(work.tx);
    const scores = run === null ? [] : await unfilledOf(work.tx, run.id);
    if (run !== null && scores.length > 0) await fill(work.tx, run, scores);
    return work.trail([], { filled: scores.length, more: scores.length > 0 });
  },
});

async function latestUnfilled(tx: Tx): Promise<StoredRun | null> {
  const { rows } = await sql<StoredRun>`
    select run.* from assessment_runs run
    where exists (select from assessment_results r where r.run_id = run.id and r.member_counts is null and cardinality(r.members) > 1)
    order by run.computed_at desc, run.id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

type Score = { readonly unitId: string; readonly members: readonly string[] };

/** At least one, and as many more as have few enough units. What another worker has in hand is left to it. */
async function unfilledOf(tx: Tx, runId: string): Promise<Score[]> {
  const { rows } = await sql<Score>`
    select unit_id as "unitId", members from assessment_results
    where run_id = ${runId} and member_counts is null and cardinality(members) > 1
    order by unit_id limit ${most.scores} for update skip locked`.execute(tx);
  let units = 0;
  return rows.filter(({ members }, at) => {
    units += members.length;
    return at === 0 || units <= most.units;
  });
}

async function fill(tx: Tx, run: StoredRun, scores: readonly Score[]): Promise<void> {
  const stored = await tx.selectFrom('assessment_schemes').selectAll().where('id', '=', run.scheme_id).executeTakeFirstOrThrow();
  const prepared = prepare(toStored(stored).body);
  const known = knownOf(run);
  const window = windowOf({ from: run.from_on, until: run.until_on }, dayIn(new Date(known.knownAt.getTime() - 1)));
  const unitIds = scores.flatMap(({ members }) => members);
  const scopes = scores.flatMap(({ unitId, members }) => scopeOf(unitId, members));
  const counted = await measureAll(tx, { measures: prepared.measures, window, known, unitIds, scopes });
  const rows = scores.map(({ unitId, members }) => ({
    unit_id: unitId,
    member_counts: memberCountsOf({ prepared, counted }, members) ?? nothingToCount,
  }));
  await sql`
    update assessment_results r set member_counts = f.member_counts::integer[]
    from ${rowsAsTable('f', { unit_id: 'uuid', member_counts: 'text' }, rows)}
    where r.run_id = ${run.id} and r.unit_id = f.unit_id`.execute(tx);
}

/** Of a scheme that counts nothing: said, so that it is not asked again. */
const nothingToCount = '{}';
