import { type Tx, within } from '@changming/database';
import { failedMeasureInput } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { tellFailedControl } from '../risks/index.ts';
import { hazardInScope } from './store.ts';

/**
 * 指明失效的措施: which control of which risk this hazard shows to have failed. The risk is asked to be graded anew, once for each hazard. Naming
 * the same measure again changes nothing; another one is refused.
 */
export const nameFailedMeasure = command({
  permission: 'hazards.triage',
  name: 'hazards.nameFailedMeasure',
  input: failedMeasureInput,
  async run(work, { hazardId, measureId }) {
    const { tx, scope, actor, now, today, trail } = work;
    const { row } = await hazardInScope(tx, scope, hazardId);
    const measure = await tx
      .selectFrom('risk_measures as m')
      .innerJoin('risks as r', 'r.id', 'm.risk_id')
      .select(['m.id', 'r.id as riskId'])
      .where('m.id', '=', measureId)
      .where((eb) => within(eb.ref('r.unit_pos'), scope))
      .executeTakeFirst();
    if (measure === undefined) refuse('missing', 'hazards.measure_not_found', { id: measureId });
    const written = await tx
      .insertInto('hazard_measures')
      .values({ hazard_id: hazardId, measure_id: measureId, noted_by_id: actor.personId, noted_at: now })
      .onConflict((conflict) => conflict.column('hazard_id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      await refuseAnother(tx, hazardId, measureId);
      return trail([], { riskId: measure.riskId });
    }
    await tellFailedControl(work, { measureId, cause: 'hazard', subjectId: hazardId, on: today });
    const after = { failedMeasure: measureId, riskId: measure.riskId };
    return trail({ subjectId: hazardId, unitId: row.unit_id, before: null, after }, { riskId: measure.riskId });
  },
});

/** Somebody was faster and named another one. */
async function refuseAnother(tx: Tx, hazardId: string, measureId: string): Promise<void> {
  const named = await tx.selectFrom('hazard_measures').select('measure_id').where('hazard_id', '=', hazardId).executeTakeFirst();
  if (named?.measure_id !== measureId) refuse('conflict', 'hazards.changed_meanwhile', { id: hazardId });
}
