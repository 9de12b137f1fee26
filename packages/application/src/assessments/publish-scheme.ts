import type { Tx } from '@changming/database';
import { refuseFaulty } from '@changming/domain/assessments';
import { day, refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { refuseUnlessHeadquarters, schemeOf } from './scheme-store.ts';

/**
 * 发布方案: from then on the version never changes; it holds for periods that begin on its day or later. Whoever drafted it does not
 * publish it. A day on which a later version or a period under an earlier one already stands is refused.
 */
export const publishScheme = command({
  permission: 'assessments.publish',
  name: 'assessments.publishScheme',
  input: z.strictObject({ code: z.string(), version: z.int(), effectiveFrom: day }),
  async run(work, { code, version, effectiveFrom }) {
    refuseUnlessHeadquarters(work);
    const { tx, actor, now, trail } = work;
    await tx.selectFrom('assessment_schemes').select('id').where('code', '=', code).forUpdate().execute();
    const scheme = await schemeOf(tx, { code, version });
    if (scheme.stage === 'published') refuse('conflict', 'assessments.scheme_published', { code, version });
    if (scheme.drafted_by_id !== null && scheme.drafted_by_id === actor.personId) refuse('conflict', 'assessments.own_scheme');
    if (!effectiveFrom.endsWith('-01')) refuse('invalid', 'assessments.not_a_period_start', { on: effectiveFrom });
    refuseFaulty(scheme.body);
    const other = (await laterVersion(tx, { code, version, effectiveFrom })) ?? (await earlierRun(tx, { code, effectiveFrom }));
    if (other !== undefined) refuse('conflict', 'assessments.version_in_force', { version: other.version, from: other.from ?? '' });
    await tx
      .updateTable('assessment_schemes')
      .set({ stage: 'published', effective_from: effectiveFrom, published_by_id: actor.personId, published_at: now })
      .where('id', '=', scheme.id)
      .execute();
    return trail({ subjectId: scheme.id, before: { stage: 'draft' }, after: { stage: 'published', effectiveFrom } }, { code, version });
  },
});

type Published = { readonly code: string; readonly version: number; readonly effectiveFrom: string };

async function laterVersion(tx: Tx, { code, version, effectiveFrom }: Published) {
  return tx
    .selectFrom('assessment_schemes')
    .select(['version', 'effective_from as from'])
    .where('code', '=', code)
    .where('stage', '=', 'published')
    .where((eb) => eb.or([eb('version', '>', version), eb('effective_from', '>=', effectiveFrom)]))
    .executeTakeFirst();
}

/** A period that was computed already keeps the version it was computed under. */
async function earlierRun(tx: Tx, { code, effectiveFrom }: Omit<Published, 'version'>) {
  return tx
    .selectFrom('assessment_runs as r')
    .innerJoin('assessment_schemes as s', 's.id', 'r.scheme_id')
    .select(['s.version', 'r.from_on as from'])
    .where('s.code', '=', code)
    .where('r.from_on', '>=', effectiveFrom)
    .orderBy('r.from_on', 'desc')
    .limit(1)
    .executeTakeFirst();
}
