import { confirmIncidentInput } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { afterFacts } from './after-facts.ts';
import { noteEvent, tell } from './events.ts';
import { meetClock } from './mark-clocks.ts';
import { changeOf, incidentInScope, refuseFuture, step } from './store.ts';

/**
 * 核实: the leader of the unit says that it is so and when the leader was told. From that instant run the clocks of the law (条例第九条),
 * whatever the time at which it is entered here.
 */
export const confirmIncident = command({
  permission: 'incidents.confirm',
  input: confirmIncidentInput,
  async run(work, { incidentId, leaderInformedAt, discoveredAt, note }) {
    const { tx, scope, now, actor, trail } = work;
    const before = await incidentInScope(tx, scope, incidentId);
    const found = discoveredAt ?? before.discovered_at;
    refuseFuture(work, leaderInformedAt, found);
    if (found < before.occurred_at || leaderInformedAt < found) refuse('invalid', 'incidents.times_out_of_order');
    const confirmed = await step(tx, before, 'confirm', {
      leader_informed_at: leaderInformedAt,
      leader_id: actor.personId,
      discovered_at: found,
    });
    const after = await afterFacts(work, confirmed, { basis: 'confirm', knownAt: leaderInformedAt });
    await meetClock(work, { incidentId, code: 'confirm' }, now);
    await meetClock(work, { incidentId, code: 'hqRecord' }, before.recorded_at);
    await noteEvent(work, incidentId, { step: 'confirm', note, facts: { leaderInformedAt: leaderInformedAt.toISOString() } });
    await tell(work, { incidentId, about: 'confirm', once: 1 });
    return trail(changeOf(before, after, { leaderInformedAt, discoveredAt: found }, { discoveredAt: before.discovered_at }), {
      state: after.state,
    });
  },
});
