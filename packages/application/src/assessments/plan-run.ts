import { type RunKind, runKindOf } from '@changming/domain/assessments';
import { id, instant, refuse, text } from '@changming/domain/kernel';
import { z } from 'zod';

import type { Writing } from '../context.ts';
import type { Order } from './compute.ts';
import { cutOffOf, type NamedPeriod, periodOf } from './period-of.ts';
import type { Known } from './period-tree.ts';
import { schemeInForce, type StoredScheme } from './scheme-store.ts';

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
export type RunInput = z.output<typeof runInput>;

export type Planned = {
  readonly scheme: StoredScheme;
  readonly named: NamedPeriod;
  readonly order: Order;
  readonly kind: RunKind;
  /** The published run that this one restates. */
  readonly restates: string | null;
  /** The unpublished run whose place it takes. */
  readonly replaces: string | null;
};

/** What such a run would compute. Refused where it would be: before the cut-off, a second time, once it is final. */
export async function planOf(work: Writing, input: RunInput): Promise<Planned> {
  const named = periodOf(input.period);
  const scheme = await schemeFor(work, input.schemeCode, named);
  const cutOff = await cutOffOf(work.tx, named, scheme.body);
  const { published, open } = await earlierRuns(work, scheme, named);
  refuseUnlessAnew(input, open?.stage ?? null);
  const known = knownFor(work, input, { cutOff, published: published !== null });
  return {
    scheme,
    named,
    order: { scheme: scheme.body, periodName: named.name, period: named.period, known },
    kind: kindOf(work, { cutOff, published, open }),
    restates: idOf(published),
    replaces: idOf(open),
  };
}

type CutOff = Awaited<ReturnType<typeof cutOffOf>>;

function knownFor({ now }: Writing, input: RunInput, { cutOff, published }: { cutOff: CutOff; published: boolean }): Known {
  const openingAt = new Date(input.readAt);
  const knownAt = published ? instantOf(input, openingAt) : firstInstant(input, cutOff.at);
  const isAhead = openingAt > now || knownAt > openingAt || knownAt < cutOff.at;
  return isAhead ? refuse('conflict', 'assessments.cut_off_ahead', { on: cutOff.on }) : { knownAt, openingAt };
}

/** What is computed anew was run in its time, if it was. */
function kindOf({ today }: Writing, { cutOff, published, open }: Earliers & { cutOff: CutOff }): RunKind {
  if (published === null && open !== null) return open.kind;
  return runKindOf({ cutOffOn: cutOff.on, computedOn: today, published: published !== null });
}

function idOf(run: Earlier | null): string | null {
  return run === null ? null : run.id;
}

function isPublished(stage: string): boolean {
  return stage === 'published' || stage === 'archived';
}

/** Until a run is published it is computed as of the cut-off and of nothing else. */
function firstInstant(input: RunInput, cutOff: Date): Date {
  const knownAt = instantOf(input, cutOff);
  return knownAt.getTime() === cutOff.getTime() ? cutOff : refuse('invalid', 'assessments.not_a_restatement');
}

function instantOf({ knownAt }: RunInput, otherwise: Date): Date {
  return knownAt === undefined ? otherwise : new Date(knownAt);
}

async function schemeFor({ tx }: Pick<Writing, 'tx'>, code: string, { kind, period }: NamedPeriod): Promise<StoredScheme> {
  const scheme = await schemeInForce(tx, code, period.from);
  if (scheme === null) refuse('missing', 'assessments.scheme_not_found', { code, version: '' });
  if (!scheme.body.periodKinds.includes(kind)) refuse('invalid', 'assessments.period_kind_not_in_scheme', { kind });
  return scheme;
}

type Earliers = Awaited<ReturnType<typeof earlierRuns>>;
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

function refuseUnlessAnew({ anew, period }: RunInput, stage: string | null): void {
  if (stage === null) return;
  if (!anew) refuse('conflict', 'assessments.already_run', { period });
  if (stage === 'final') refuse('conflict', 'assessments.wrong_stage', { stage, step: 'recompute' });
}
