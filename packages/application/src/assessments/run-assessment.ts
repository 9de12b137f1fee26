import { runKindOf } from '@changming/domain/assessments';
import { id, instant, refuse, text } from '@changming/domain/kernel';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { compute, type Computed, type Order } from './compute.ts';
import { cutOffOf, type NamedPeriod, periodOf } from './period-of.ts';
import { hashesOf } from './receipts.ts';
import { refuseUnlessHeadquarters, schemeInForce, type StoredScheme } from './scheme-store.ts';
import { storeResults } from './store-results.ts';

export const runInput = z.strictObject({
  /** Given when the run was ordered, so that whoever ordered it knows where it will be. */
  id: id.optional(),
  schemeCode: z.string().max(40),
  period: z.string().max(7),
  /** What was learnt later does not count; the cut-off of the scheme when not given, and for a restatement the time of reading. */
  knownAt: instant.optional(),
  /** When whoever runs it began to wait for open changes to settle: opening imports and findings up to then count. */
  readAt: instant,
  /** Computes a run anew that is not published yet. */
  anew: z.boolean().default(false),
  reason: text(500).optional(),
  orderedById: id.nullable().default(null),
});
/** The order as it waits in the queue: when it is read, the worker says. */
export const computeInput = runInput.omit({ readAt: true });
type Input = z.output<typeof runInput>;

/**
 * 计算考核: one period under the version of the scheme that was in force when it began, from what was known at its cut-off. After a
 * published run it is a restatement. The caller has waited until open changes had settled.
 */
export const runAssessment = command({
  permission: 'assessments.run',
  input: runInput,
  async run(work, input) {
    refuseUnlessHeadquarters(work);
    const named = periodOf(input.period);
    await sql`select pg_advisory_xact_lock(hashtext('assessments.run'))`.execute(work.tx);
    const scheme = await schemeFor(work, input.schemeCode, named);
    const cutOff = await cutOffOf(work.tx, named, scheme.body);
    const earlier = await earlierRuns(work, scheme, named);
    const published = earlier.find(({ stage }) => stage === 'published' || stage === 'archived') ?? null;
    const open = earlier.find(({ stage }) => stage !== 'published' && stage !== 'archived') ?? null;
    refuseUnlessAnew(input, open?.stage ?? null);
    const readAt = new Date(input.readAt);
    const knownAt = input.knownAt === undefined ? (published === null ? cutOff.at : readAt) : new Date(input.knownAt);
    if (readAt > work.now || knownAt > readAt) refuse('conflict', 'assessments.cut_off_ahead', { on: cutOff.on });
    const order: Order = { scheme: scheme.body, periodName: named.name, period: named.period, known: { knownAt, openingAt: readAt } };
    const computed = await compute(work.tx, order);
    const kind = runKindOf({ cutOffOn: cutOff.on, computedOn: work.today, published: published !== null });
    const row = { ...rowOf(work, input, { scheme, named, order, computed }), kind, restates_id: published?.id ?? null };
    if (open !== null) await work.tx.updateTable('assessment_runs').set({ superseded_by_id: row.id }).where('id', '=', open.id).execute();
    await work.tx.insertInto('assessment_runs').values(row).execute();
    await storeResults(work, row.id, computed);
    await noteComputed(work, row, input);
    const told = { id: row.id, kind, period: named.name, scheme: scheme.code, resultHash: row.result_hash, inputHash: row.input_hash };
    return work.trail(
      { subjectId: row.id, before: null, after: told },
      { ...told, schemeHash: row.scheme_hash, units: computed.units.length },
    );
  },
});

async function schemeFor({ tx }: Pick<Writing, 'tx'>, code: string, { kind, period }: NamedPeriod): Promise<StoredScheme> {
  const scheme = await schemeInForce(tx, code, period.from);
  if (scheme === null) refuse('missing', 'assessments.scheme_not_found', { code, version: '' });
  if (!scheme.body.periodKinds.includes(kind)) refuse('invalid', 'assessments.period_kind_not_in_scheme', { kind });
  return scheme;
}

/** Of this scheme, whichever version, and period; latest first. */
async function earlierRuns({ tx }: Pick<Writing, 'tx'>, { code }: StoredScheme, { name }: NamedPeriod) {
  return tx
    .selectFrom('assessment_runs as r')
    .innerJoin('assessment_schemes as s', 's.id', 'r.scheme_id')
    .select(['r.id', 'r.stage'])
    .where('s.code', '=', code)
    .where('r.period', '=', name)
    .where('r.superseded_by_id', 'is', null)
    .orderBy('r.computed_at', 'desc')
    .execute();
}

function refuseUnlessAnew({ anew, period }: Input, stage: string | null): void {
  if (stage === null) return;
  if (!anew) refuse('conflict', 'assessments.already_run', { period });
  if (stage === 'final') refuse('conflict', 'assessments.wrong_stage', { stage, step: 'recompute' });
}

type Made = { readonly scheme: StoredScheme; readonly named: NamedPeriod; readonly order: Order; readonly computed: Computed };

function rowOf({ now, newId }: Writing, input: Input, { scheme, named, order, computed }: Made) {
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

async function noteComputed({ tx, newId, now }: Writing, { id: runId }: { id: string }, { reason, orderedById }: Input): Promise<void> {
  const step = { id: newId(), run_id: runId, step: 'compute', stage: 'computed', by_id: orderedById, at: now, note: reason ?? null };
  await tx.insertInto('assessment_steps').values(step).execute();
}
