import { refuse } from '@changming/domain/kernel';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { compute, type Computed } from './compute.ts';
import { type Planned, planOf, type RunInput, runInput } from './plan-run.ts';
import { hashesOf } from './receipts.ts';
import { refuseUnlessHeadquarters } from './scheme-store.ts';
import { storeResults } from './store-results.ts';

/**
 * 计算考核: one period under the version of the scheme that was in force when it began, from what was known at its cut-off. After a
 * published run it is a restatement. The caller has waited until open changes had settled.
 */
export const runAssessment = command({
  permission: 'assessments.run',
  input: runInput,
  async run(work, input) {
    refuseUnlessHeadquarters(work);
    const { tx, now, trail } = work;
    await sql`select pg_advisory_xact_lock(hashtext('assessments.run'))`.execute(tx);
    await refuseIfDone(work, input);
    const planned = await planOf(work, input);
    const computed = await compute(tx, planned.order);
    const row = rowOf(work, input, { ...planned, computed });
    await storeRun(work, row, planned);
    await storeResults(work, row.id, computed);
    const step = { id: work.newId(), run_id: row.id, step: 'compute', stage: 'computed', by_id: input.orderedById, at: now };
    await tx
      .insertInto('assessment_steps')
      .values({ ...step, note: input.reason ?? null })
      .execute();
    const { id: runId, kind, period, result_hash: resultHash, input_hash: inputHash, scheme_hash: schemeHash } = row;
    const told = { id: runId, kind, period, scheme: planned.scheme.code, resultHash, inputHash };
    return trail({ subjectId: runId, before: null, after: told }, { ...told, schemeHash, units: computed.units.length });
  },
});

async function storeRun({ tx }: Writing, row: ReturnType<typeof rowOf>, { replaces }: Planned): Promise<void> {
  if (replaces !== null) await replace(tx, replaces, row.id);
  await tx.insertInto('assessment_runs').values(row).execute();
}

/** Computing takes its time: whoever finalised the former run meanwhile has closed it. */
async function replace(tx: Writing['tx'], former: string, by: string): Promise<void> {
  const replaced = await tx
    .updateTable('assessment_runs')
    .set({ superseded_by_id: by })
    .where('id', '=', former)
    .where('stage', 'not in', ['final', 'published', 'archived'])
    .executeTakeFirst();
  if (replaced.numUpdatedRows === 0n) refuse('conflict', 'assessments.wrong_stage', { step: 'recompute' });
}

/** An order that comes twice is computed once. */
async function refuseIfDone({ tx }: Pick<Writing, 'tx'>, { id, period }: RunInput): Promise<void> {
  if (id === undefined) return;
  const done = await tx.selectFrom('assessment_runs').select('id').where('id', '=', id).executeTakeFirst();
  if (done !== undefined) refuse('conflict', 'assessments.already_run', { period });
}

type Made = Planned & { readonly computed: Computed };

function rowOf({ now, newId }: Writing, input: RunInput, { scheme, named, order, computed, ...planned }: Made) {
  const { schemeHash, inputHash, resultHash } = hashesOf(order, computed);
  return {
    id: input.id ?? newId(),
    scheme_id: scheme.id,
    period: named.name,
    period_kind: named.kind,
    from_on: named.period.from,
    until_on: named.period.until,
    known_at: order.known.knownAt,
    opening_at: order.known.openingAt,
    computed_at: now,
    kind: planned.kind,
    restates_id: planned.restates,
    reason: input.reason ?? null,
    scheme_hash: schemeHash,
    input_hash: inputHash,
    result_hash: resultHash,
    facts: JSON.stringify(computed.counted.rows),
    summary: JSON.stringify(summaryOf(computed)),
    computed_by_id: input.orderedById,
    stage: 'computed' as const,
  };
}

/** How many units stand how, and which grades they have. */
function summaryOf({ units }: Computed) {
  const counted = (keys: readonly string[]) =>
    Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, { length }]) => [key, length]));
  return {
    units: units.length,
    statuses: counted(units.map(({ result }) => result.status)),
    grades: counted(units.flatMap(({ result }) => result.grade ?? [])),
  };
}
