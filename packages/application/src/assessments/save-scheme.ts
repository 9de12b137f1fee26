import { faultsOf, schemeInput } from '@changming/domain/assessments';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { command } from '../context.ts';
import { hashOf } from './hashes.ts';
import { refuseUnlessHeadquarters } from './scheme-store.ts';

/**
 * 编制方案: a draft, new or in place of the draft of that version. What is wrong with it is answered and keeps it from being published,
 * not from being saved.
 */
export const saveScheme = command({
  permission: 'assessments.editScheme',
  input: z.strictObject({ scheme: schemeInput }),
  async run(work, { scheme }) {
    refuseUnlessHeadquarters(work);
    const { tx, actor, now, newId, trail } = work;
    const { code, version } = scheme;
    const saved = await tx
      .insertInto('assessment_schemes')
      .values({
        id: newId(),
        code,
        version,
        name: scheme.name ?? code,
        stage: 'draft',
        body: JSON.stringify(scheme),
        hash: hashOf(scheme),
        drafted_by_id: actor.personId,
        drafted_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['code', 'version'])
          .doUpdateSet((eb) => ({
            name: eb.ref('excluded.name'),
            body: eb.ref('excluded.body'),
            hash: eb.ref('excluded.hash'),
            drafted_by_id: eb.ref('excluded.drafted_by_id'),
            drafted_at: eb.ref('excluded.drafted_at'),
          }))
          .where('assessment_schemes.stage', '=', 'draft'),
      )
      .returning('id')
      .executeTakeFirst();
    if (saved === undefined) refuse('conflict', 'assessments.scheme_published', { code, version });
    const faults = faultsOf(scheme);
    return trail({ subjectId: saved.id, before: null, after: { code, version, hash: hashOf(scheme) } }, { code, version, faults });
  },
});
