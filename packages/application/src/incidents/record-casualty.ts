import { within } from '@changming/database';
import { mostCasualties, recordCasualtyInput } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { afterFacts } from './after-facts.ts';
import { noteEvent } from './events.ts';
import { changeOf, incidentWithFacts, type StoredIncident } from './store.ts';

type Given = z.output<typeof recordCasualtyInput>;

/**
 * 伤亡人员: one more, or what became of one already listed. What is said stays; a later statement takes its place. Within 补报期 it may
 * change the grade; what happens after it is recorded and does not.
 */
export const recordCasualty = command({
  permission: 'incidents.record',
  name: 'incidents.recordCasualty',
  input: recordCasualtyInput,
  async run(work, given) {
    const { incidentId, degree, onDay, lostDays } = given;
    const before = await incidentWithFacts(work, incidentId);
    if (onDay > work.today) refuse('invalid', 'incidents.future_time');
    if (onDay < before.occurred_on) refuse('invalid', 'incidents.before_event');
    const casualtyId = await whoIs(work, before, given);
    const earlier = await statedDegree(work, casualtyId);
    await stateDegree(work, casualtyId, given);
    const after = await afterFacts(work, before, { basis: 'casualty' });
    await noteEvent(work, incidentId, { step: 'recordCasualty', note: given.basis, facts: { degree, onDay } });
    return work.trail(changeOf(before, after, { casualtyId, degree, onDay, lostDays }, earlier), { casualtyId });
  },
});

async function whoIs(work: Writing, incident: StoredIncident, given: Given): Promise<string> {
  const name = given.personId === null ? given.name : await nameOf(work, given.personId);
  return given.casualtyId === undefined ? listed(work, incident, { ...given, name }) : named(work, given.casualtyId, { ...given, name });
}

async function nameOf({ tx, scope }: Writing, personId: string): Promise<string> {
  const person = await tx
    .selectFrom('persons')
    .select('name')
    .where('id', '=', personId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return person?.name ?? refuse('missing', 'incidents.person_not_found');
}

async function listed({ tx, newId }: Writing, { id }: StoredIncident, { personId, name, relation }: Given): Promise<string> {
  const { count } = await tx
    .selectFrom('incident_casualties')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('incident_id', '=', id)
    .executeTakeFirstOrThrow();
  if (count >= mostCasualties) refuse('invalid', 'incidents.too_many_casualties', { most: mostCasualties });
  const casualtyId = newId();
  await tx
    .insertInto('incident_casualties')
    .values({ id: casualtyId, incident_id: id, person_id: personId, name, relation: relation ?? 'employee' })
    .execute()
    .catch(refuseTwice);
  return casualtyId;
}

/** Whoever was listed without a name gets one; a name once given stays unless another is given. */
async function named({ tx }: Writing, casualtyId: string, { incidentId, personId, name, relation }: Given): Promise<string> {
  const saved = await tx
    .updateTable('incident_casualties')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(relation === undefined ? {} : { relation }),
      ...(name === null ? {} : { person_id: personId, name }),
    }))
    .where('id', '=', casualtyId)
    .where('incident_id', '=', incidentId)
    .executeTakeFirst()
    .catch(refuseTwice);
  if (saved.numUpdatedRows === 0n) refuse('missing', 'incidents.casualty_not_found');
  return casualtyId;
}

function refuseTwice(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  if (constraint === 'incident_casualties_once') refuse('conflict', 'incidents.casualty_named_twice');
  throw error;
}

/** What was last said of somebody already listed. */
function statedDegree({ tx }: Writing, casualtyId: string) {
  return tx
    .selectFrom('incident_degrees')
    .select(['casualty_id as casualtyId', 'degree', 'on_day as onDay', 'lost_days as lostDays'])
    .where('casualty_id', '=', casualtyId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

async function stateDegree({ tx, now, newId, actor }: Writing, casualtyId: string, given: Given): Promise<void> {
  const { incidentId, degree, onDay, lostDays, basis } = given;
  await tx
    .insertInto('incident_degrees')
    .values({
      id: newId(),
      incident_id: incidentId,
      casualty_id: casualtyId,
      degree,
      on_day: onDay,
      lost_days: lostDays,
      basis,
      by_id: actor.personId,
      recorded_at: now,
    })
    .execute();
}
