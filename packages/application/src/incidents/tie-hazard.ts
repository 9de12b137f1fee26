import { within } from '@changming/database';
import { recordBriefingInput, tieHazardInput } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command } from '../context.ts';
import { noteEvent } from './events.ts';
import { incidentWithFacts, refuseTaken, unfinishedIncident } from './store.ts';

/** 关联隐患: one that led to the event, or one that its investigation found. */
export const tieHazard = command({
  permission: 'incidents.record',
  name: 'incidents.tieHazard',
  input: tieHazardInput,
  async run(work, { incidentId, hazardId, tie }) {
    const { tx, scope, now, newId, actor, trail } = work;
    const incident = await incidentWithFacts(work, incidentId);
    const hazard = await tx
      .selectFrom('hazards')
      .select('number')
      .where('id', '=', hazardId)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .executeTakeFirst();
    if (hazard === undefined) refuse('missing', 'incidents.hazard_not_found');
    const written = await tx
      .insertInto('incident_hazards')
      .values({ id: newId(), incident_id: incidentId, hazard_id: hazardId, tie, by_id: actor.personId, recorded_at: now })
      .onConflict((conflict) => conflict.columns(['incident_id', 'hazard_id']).doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'incidents.hazard_tied_twice');
    await noteEvent(work, incidentId, { step: 'tieHazard', facts: { hazard: hazard.number, tie } });
    return trail({ subjectId: incidentId, unitId: incident.unit_id, before: null, after: { hazardId, tie } }, { hazardId });
  },
});

/** 事故教育 that was not a training session: on the spot, at a shift meeting. */
export const recordBriefing = command({
  permission: 'incidents.record',
  name: 'incidents.recordBriefing',
  input: recordBriefingInput,
  async run(work, { incidentId, id = work.newId(), onDay, people, text }) {
    const { tx, now, today, actor, trail } = work;
    const incident = await unfinishedIncident(work, incidentId);
    if (onDay > today) refuse('invalid', 'incidents.future_time');
    if (onDay < incident.occurred_on) refuse('invalid', 'incidents.before_event');
    const written = await tx
      .insertInto('incident_briefings')
      .values({ id, incident_id: incidentId, on_day: onDay, people, text, by_id: actor.personId, recorded_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) {
      await refuseTaken(tx, 'incident_briefings', { id, incidentId });
      return trail([], { id });
    }
    await noteEvent(work, incidentId, { step: 'recordBriefing', note: text, facts: { onDay, people } });
    return trail({ subjectId: incidentId, unitId: incident.unit_id, before: null, after: { onDay, people } }, { id });
  },
});
