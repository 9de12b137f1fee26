import { within } from '@changming/database';
import { executeHandlingInput, isBeingSettled, recordHandlingInput } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { noteEvent } from './events.ts';
import { incidentInScope, type StoredIncident } from './store.ts';

/** 责任人处理: who, by which clause, decided by whom. */
export const recordHandling = command({
  permission: 'incidents.record',
  name: 'incidents.recordHandling',
  input: recordHandlingInput,
  async run(work, { incidentId, id = work.newId(), personId, name, measure, clause, body, decidedOn }) {
    const { tx, today, trail } = work;
    const incident = await beingSettled(work, incidentId);
    if (decidedOn > today) refuse('invalid', 'incidents.future_time');
    if (decidedOn < incident.occurred_on) refuse('invalid', 'incidents.before_event');
    const called = personId === null ? name : await nameInScope(work, personId);
    const written = await tx
      .insertInto('incident_handlings')
      .values({ id, incident_id: incidentId, person_id: personId, name: called, measure, clause, body, decided_on: decidedOn })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return trail([], { id });
    await noteEvent(work, incidentId, { step: 'recordHandling', facts: { measure, body, decidedOn } });
    const after = { handlingId: id, personId, measure, clause, body, decidedOn };
    return trail({ subjectId: incidentId, unitId: incident.unit_id, before: null, after }, { id });
  },
});

/** 执行: the handling has been carried out, and by what that is seen. */
export const executeHandling = command({
  permission: 'incidents.record',
  name: 'incidents.executeHandling',
  input: executeHandlingInput,
  async run(work, { incidentId, handlingId, executedOn, evidence }) {
    const { tx, today, trail } = work;
    const incident = await beingSettled(work, incidentId);
    const handling = await tx
      .selectFrom('incident_handlings')
      .selectAll()
      .where('id', '=', handlingId)
      .where('incident_id', '=', incidentId)
      .executeTakeFirst();
    if (handling === undefined) refuse('missing', 'incidents.handling_not_found');
    if (handling.executed_on !== null) refuse('conflict', 'incidents.handling_executed');
    if (executedOn > today) refuse('invalid', 'incidents.future_time');
    if (executedOn < handling.decided_on) refuse('invalid', 'incidents.executed_before_decided');
    await tx
      .updateTable('incident_handlings')
      .set({ executed_on: executedOn, evidence, version: handling.version + 1 })
      .where('id', '=', handlingId)
      .execute();
    await noteEvent(work, incidentId, { step: 'executeHandling', note: evidence, facts: { executedOn } });
    const after = { handlingId, executedOn, evidence };
    return trail({ subjectId: incidentId, unitId: incident.unit_id, before: { executedOn: null }, after }, { id: handlingId });
  },
});

/** From the approval on, until it is closed. */
export async function beingSettled({ tx, scope }: Pick<Writing, 'tx' | 'scope'>, incidentId: string): Promise<StoredIncident> {
  const row = await incidentInScope(tx, scope, incidentId);
  if (!isBeingSettled(row.state)) refuse('conflict', 'incidents.not_being_settled', { no: row.number });
  return row;
}

/** The name of a person who lies in the scope; refuses a stranger by `missing`. */
export async function nameInScope({ tx, scope }: Writing, personId: string): Promise<string> {
  const found = await tx
    .selectFrom('persons')
    .select('name')
    .where('id', '=', personId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return found?.name ?? refuse('missing', 'incidents.person_not_found');
}
