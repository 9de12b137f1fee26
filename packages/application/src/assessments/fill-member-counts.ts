import type { Tx } from '@changming/database';
import { prepare, windowOf } from '@changming/domain/assessments';
import { dayIn } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
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
 * A run of which they cannot be counted is noted with the reason and passed over; it is tried again when a day has gone by, after all others.
 */
export const fillMemberCounts = command({
  permission: 'assessments.run',
  name: 'assessments.fill-member-counts',
  input: z.strictObject({}),
  async run(work) {
    refuseUnlessHeadquarters(work);
    const run = await nextUnfilled(work);
    const scores = run === null ? [] : await unfilledOf(work.tx, run.id);
    const filled = run !== null && scores.length > 0 && (await isFilled(work, run, scores)) ? scores.length : 0;
    return work.trail([], { filled, more: scores.length > 0 });
  },
});

/** Those that never failed come before those that did. */
async function nextUnfilled({ tx, now }: Writing): Promise<StoredRun | null> {
  const { rows } = await sql<StoredRun>`
    select run.* from assessment_runs run left join assessment_unfilled_runs failed on failed.run_id = run.id
    where exists (select from assessment_results r where r.run_id = run.id and r.member_counts is null and cardinality(r.members) > 1)
      and (failed.failed_at is null or failed.failed_at <= ${now}::timestamptz - interval '1 day')
    order by failed.failed_at nulls first, run.computed_at desc, run.id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** Fills some scores of a run; whatever a failure had written is undone, and why it failed is kept. */
async function isFilled({ tx, now }: Writing, run: StoredRun, scores: readonly Score[]): Promise<boolean> {
  await sql`savepoint filling`.execute(tx);
  try {
    await fill(tx, run, scores);
  } catch (error) {
    await sql`rollback to savepoint filling`.execute(tx);
    await noteFailure(tx, { run_id: run.id, reason: String(error), tries: 1, failed_at: now });
    return false;
  }
  await tx.deleteFrom('assessment_unfilled_runs').where('run_id', '=', run.id).execute();
  return true;
}

async function noteFailure(tx: Tx, failure: { run_id: string; reason: string; tries: number; failed_at: Date }): Promise<void> {
  const { reason, failed_at } = failure;
  await tx
    .insertInto('assessment_unfilled_runs')
    .values(failure)
    .onConflict((conflict) =>
      conflict.column('run_id').doUpdateSet((eb) => ({ reason, failed_at, tries: eb(eb.ref('assessment_unfilled_runs.tries'), '+', 1) })),
    )
    .execute();
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
