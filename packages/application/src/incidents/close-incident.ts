import { closeIncidentInput, gateStandings, objectionToClosing } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { noteEvent, tell } from './events.ts';
import { gradeOutdated } from './grade-outdated.ts';
import { confirmedGates, proofsOf } from './proofs.ts';
import { rulesOf } from './rules.ts';
import { intoLibrary, teach } from './teach.ts';
import { changeOf, heldIncident, saveIncident, step, type StoredIncident } from './store.ts';

/**
 * 结案: only when each of the four gates is proven by its records and confirmed by a person; it is refused with the one that is missing and
 * why. All but a near miss wait for 责任认定 too. The case goes into the library, and whoever is to learn from it is trained by a day.
 */
export const closeIncident = command({
  permission: 'incidents.close',
  input: closeIncidentInput,
  async run(work, { incidentId, lesson, training }) {
    const { tx, scope, today, actor, trail } = work;
    const before = await heldIncident(tx, scope, incidentId);
    await refuseOpen(work, before);
    const closed = await step(tx, before, 'close', { closed_on: today, closed_by_id: actor.personId });
    const item = await intoLibrary(work, closed, lesson);
    const after = await saveIncident(tx, closed, { library_item_id: item.id });
    const assigned = training === null ? [] : await teach(work, after, training);
    await noteEvent(work, incidentId, { step: 'close', note: lesson });
    await tell(work, { incidentId, about: 'close', once: after.reopenings });
    const sessionIds = assigned.map(({ subjectId }) => subjectId);
    return trail([changeOf(before, after, { lesson, training }), ...item.changed, ...assigned], {
      state: after.state,
      libraryItemId: item.id,
      sessionIds,
    });
  },
});

async function refuseOpen({ tx }: Writing, row: StoredIncident): Promise<void> {
  const proofs = await proofsOf(tx, row.id);
  const standings = gateStandings(proofs, await confirmedGates(tx, row));
  const { event_class: eventClass, responsibility } = row;
  const facts = { standings, gradeOutdated: await gradeOutdated(tx, row.id), eventClass, responsibility };
  const code = objectionToClosing(facts, await rulesOf(tx, row));
  if (code !== null) refuse('conflict', code, { open: proofs.measures.open });
}
