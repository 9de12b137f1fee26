import { instant, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { query } from '../context.ts';
import { givenInput } from '../given-input.ts';
import { compute, type Order } from './compute.ts';
import { cutOffOf, periodOf } from './period-of.ts';
import { hashesOf } from './receipts.ts';
import { knownOf } from './run-store.ts';
import { refuseUnlessHeadquarters, schemeInForce, toStored } from './scheme-store.ts';

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
    const named = periodOf(name);
    const kept = await keptRun(work.tx, { schemeCode, name, knownAt: knownAt === undefined ? undefined : new Date(knownAt) });
    const scheme = kept === null ? await schemeInForce(work.tx, schemeCode, named.period.from) : toStored(kept.scheme);
    if (scheme === null) refuse('missing', 'assessments.scheme_not_found', { code: schemeCode, version: '' });
    const cutOff = await cutOffOf(work.tx, named, scheme.body);
    const at = knownAt === undefined ? cutOff.at : new Date(knownAt);
    if (at > new Date(readAt)) refuse('conflict', 'assessments.cut_off_ahead', { on: cutOff.on });
    const known = kept === null ? { knownAt: at, openingAt: new Date(readAt) } : knownOf(kept.run);
    const order: Order = { scheme: scheme.body, periodName: name, period: named.period, known };
    const computed = await compute(work.tx, order);
    const hashes = hashesOf(order, computed);
    const { input_hash: inputHash, result_hash: resultHash, id: runId } = kept?.run ?? { input_hash: null, result_hash: null, id: null };
    return {
      scheme: { code: scheme.code, version: scheme.version },
      period: name,
      knownAt: known.knownAt,
      ...hashes,
      facts: computed.counted.rows,
      /** The run that read the very same, and whether it came to the very same. */
      kept:
        kept === null
          ? null
          : { runId, inputHash, resultHash, identical: inputHash === hashes.inputHash && resultHash === hashes.resultHash },
      units: computed.units.map(({ unit, result }) => ({
        unitId: unit.id,
        unit: unit.name,
        status: result.status,
        final: result.final,
        grade: result.grade,
      })),
    };
  },
});

type Sought = { readonly schemeCode: string; readonly name: string; readonly knownAt: Date | undefined };

async function keptRun(tx: Parameters<typeof schemeInForce>[0], { schemeCode, name, knownAt }: Sought) {
  const run = await tx
    .selectFrom('assessment_runs as r')
    .innerJoin('assessment_schemes as s', 's.id', 'r.scheme_id')
    .selectAll('r')
    .where('s.code', '=', schemeCode)
    .where('r.period', '=', name)
    .where('r.superseded_by_id', 'is', null)
    .$if(knownAt !== undefined, (each) => each.where('r.known_at', '=', knownAt ?? new Date(0)))
    .orderBy('r.computed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (run === undefined) return null;
  return { run, scheme: await tx.selectFrom('assessment_schemes').selectAll().where('id', '=', run.scheme_id).executeTakeFirstOrThrow() };
}
