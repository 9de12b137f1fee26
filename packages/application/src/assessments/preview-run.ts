import type { Tx } from '@changming/database';
import { instant, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { query } from '../context.ts';
import { givenInput } from '../given-input.ts';
import { compute, type Order } from './compute.ts';
import { cutOffOf, periodOf } from './period-of.ts';
import { type Hashes, hashesOf } from './receipts.ts';
import { knownOf, type StoredRun } from './run-store.ts';
import { refuseUnlessHeadquarters, schemeInForce, type StoredScheme, toStored } from './scheme-store.ts';

const previewInput = z.strictObject({
  schemeCode: z.string().max(40),
  period: z.string().max(7),
  knownAt: instant.optional(),
  readAt: instant,
});

/**
 * 复算: computes a period again without writing anything. Without an instant, and for the instant of a run that is kept, exactly what
 * that run read is read again, and the hashes are compared; for another instant it tells what would come.
 */
export const previewRun = query({
  permission: 'assessments.run',
  async run(work, raw: z.input<typeof previewInput>) {
    refuseUnlessHeadquarters(work);
    const { schemeCode, period: name, knownAt, readAt } = givenInput(previewInput, raw);
    const sought = { schemeCode, name, knownAt: knownAt === undefined ? undefined : new Date(knownAt) };
    const kept = await keptRun(work.tx, sought);
    const order = kept === null ? await orderOf(work.tx, { ...sought, readAt: new Date(readAt) }) : orderAgain(kept);
    const computed = await compute(work.tx, order);
    const hashes = hashesOf(order, computed);
    return {
      scheme: { code: order.scheme.code, version: order.scheme.version },
      period: name,
      knownAt: order.known.knownAt,
      ...hashes,
      facts: computed.counted.rows,
      kept: kept === null ? null : compared(kept.run, hashes),
      units: computed.units.map(({ unit, result: { status, final, grade } }) => ({
        unitId: unit.id,
        unit: unit.name,
        status,
        final,
        grade,
      })),
    };
  },
});

/** Whether what is kept came from the very same and came to the very same. */
function compared({ id: runId, input_hash: inputHash, result_hash: resultHash }: StoredRun, now: Hashes) {
  return { runId, inputHash, resultHash, identical: inputHash === now.inputHash && resultHash === now.resultHash };
}

type Kept = { readonly run: StoredRun; readonly scheme: StoredScheme };

/** What a kept run read. */
function orderAgain({ run, scheme }: Kept): Order {
  const period = { from: run.from_on, until: run.until_on };
  return { scheme: scheme.body, periodName: run.period, period, known: knownOf(run) };
}

async function orderOf(tx: Tx, { schemeCode, name, knownAt, readAt }: Sought & { readonly readAt: Date }): Promise<Order> {
  const { period } = periodOf(name);
  const scheme = await schemeInForce(tx, schemeCode, period.from);
  if (scheme === null) refuse('missing', 'assessments.scheme_not_found', { code: schemeCode, version: '' });
  const cutOff = await cutOffOf(tx, { period }, scheme.body);
  const at = knownAt ?? cutOff.at;
  if (at > readAt) refuse('conflict', 'assessments.cut_off_ahead', { on: cutOff.on });
  return { scheme: scheme.body, periodName: name, period, known: { knownAt: at, openingAt: readAt } };
}

type Sought = { readonly schemeCode: string; readonly name: string; readonly knownAt: Date | undefined };

async function keptRun(tx: Tx, { schemeCode, name, knownAt }: Sought): Promise<Kept | null> {
  const run = await tx
    .selectFrom('assessment_runs as r')
    .innerJoin('assessment_schemes as s', 's.id', 'r.scheme_id')
    .selectAll('r')
    .where('s.code', '=', schemeCode)
    .where('r.period', '=', periodOf(name).name)
    .where('r.superseded_by_id', 'is', null)
    .$if(knownAt !== undefined, (each) => each.where('r.known_at', '=', knownAt ?? new Date(0)))
    .orderBy('r.computed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (run === undefined) return null;
  const scheme = await tx.selectFrom('assessment_schemes').selectAll().where('id', '=', run.scheme_id).executeTakeFirstOrThrow();
  return { run, scheme: toStored(scheme) };
}
