import { recordLossInput, totalLoss } from '@changming/domain/incidents';

import { command } from '../context.ts';
import { afterFacts } from './after-facts.ts';
import { noteEvent } from './events.ts';
import { statedLoss } from './facts.ts';
import { changeOf, incidentWithFacts, refuseTaken } from './store.ts';

/** 直接经济损失 by its five parts, in 分; what was said before stays, and the latest counts. */
export const recordLoss = command({
  permission: 'incidents.record',
  name: 'incidents.recordLoss',
  input: recordLossInput,
  async run(work, { incidentId, id = work.newId(), estimated, basis, ...parts }) {
    const { tx, now, actor, trail } = work;
    const before = await incidentWithFacts(work, incidentId);
    const earlier = await statedLoss(tx, incidentId);
    const written = await tx
      .insertInto('incident_losses')
      .values({ id, incident_id: incidentId, ...parts, estimated, basis, by_id: actor.personId, recorded_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      await refuseTaken(tx, 'incident_losses', { id, incidentId });
      return trail([], { id });
    }
    const after = await afterFacts(work, before, { basis: 'loss' });
    await noteEvent(work, incidentId, { step: 'recordLoss', note: basis, facts: { lossFen: totalLoss(parts), estimated } });
    return trail(changeOf(before, after, { ...parts, estimated }, earlier), { id });
  },
});
