import { type RunKind, runKindOf } from '@changming/domain/assessments';
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
    const { tx, now, trail } = work;
    await sql`select pg_advisory_xact_lock(hashtext('assessments.run'))`.execute(tx);
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

type Planned = {
  readonly scheme: StoredScheme;
  readonly named: NamedPeriod;
  readonly order: Order;
  readonly kind: RunKind;
  /** The published run that this one restates. */
  readonly restates: string | null;
  /** The unpublished run whose place it takes. */
  readonly replaces: string | null;
};

async function planOf(work: Writing, input: Input): Promise<Planned> {
  const named = periodOf(input.period);
  const scheme = await schemeFor(work, input.schemeCode, named);
  const cutOff = await cutOffOf(work.tx, named, scheme.body);
  const { published, open } = await earlierRuns(work, scheme, named);
  refuseUnlessAnew(input, open?.stage ?? null);
  const openingAt = new Date(input.readAt);
  const knownAt = instantOf(input, published === null ? cutOff.at : openingAt);
  if (openingAt > work.now || knownAt > openingAt) refuse('conflict', 'assessments.cut_off_ahead', { on: cutOff.on });
  return {
    scheme,
    named,
    order: { scheme: scheme.body, periodName: named.name, period: named.period, known: { knownAt, openingAt } },
    /** What is computed anew was run in its time, if it was. */
    kind:
      published === null && open !== null
        ? open.kind
        : runKindOf({ cutOffOn: cutOff.on, computedOn: work.today, published: published !== null }),
    restates: idOf(published),
    replaces: idOf(open),
  };
}

function idOf(run: Earlier | null): string | null {
  return run === null ? null : run.id;
}

function isPublished(stage: string): boolean {
  return stage === 'published' || stage === 'archived';
}

function instantOf({ knownAt }: Input, otherwise: Date): Date {
  return knownAt === undefined ? otherwise : new Date(knownAt);
}

async function storeRun({ tx }: Writing, row: ReturnType<typeof rowOf>, { replaces }: Planned): Promise<void> {
  if (replaces !== null) await tx.updateTable('assessment_runs').set({ superseded_by_id: row.id }).where('id', '=', replaces).execute();
  await tx.insertInto('assessment_runs').values(row).execute();
}

async function schemeFor({ tx }: Pick<Writing, 'tx'>, code: string, { kind, period }: NamedPeriod): Promise<StoredScheme> {
  const scheme = await schemeInForce(tx, code, period.from);
  if (scheme === null) refuse('missing', 'assessments.scheme_not_found', { code, version: '' });
  if (!scheme.body.periodKinds.includes(kind)) refuse('invalid', 'assessments.period_kind_not_in_scheme', { kind });
  return scheme;
}

type Earlier = { readonly id: string; readonly stage: string; readonly kind: RunKind };

/** Of this scheme, whichever version, and period: the latest that is published, and the one that is not yet. */
async function earlierRuns({ tx }: Pick<Writing, 'tx'>, { code }: StoredScheme, { name }: NamedPeriod) {
  const rows: Earlier[] = await tx
    .selectFrom('assessment_runs as r')
    .innerJoin('assessment_schemes as s', 's.id', 'r.scheme_id')
    .select(['r.id', 'r.stage', 'r.kind'])
    .where('s.code', '=', code)
    .where('r.period', '=', name)
    .where('r.superseded_by_id', 'is', null)
    .orderBy('r.computed_at', 'desc')
    .execute();
  return {
    published: rows.find(({ stage }) => isPublished(stage)) ?? null,
    open: rows.find(({ stage }) => !isPublished(stage)) ?? null,
  };
}

function refuseUnlessAnew({ anew, period }: Input, stage: string | null): void {
  if (stage === null) return;
  if (!anew) refuse('conflict', 'assessments.already_run', { period });
  if (stage === 'final') refuse('conflict', 'assessments.wrong_stage', { stage, step: 'recompute' });
}

type Made = Planned & { readonly computed: Computed };

function rowOf({ now, newId }: Writing, input: Input, { scheme, named, order, computed, ...planned }: Made) {
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
