import { type Tx, within } from '@changming/database';
import {
  executeHandlingInput,
  isBeingSettled,
  objectionToWithdrawal,
  recordHandlingInput,
  withdrawHandlingInput,
} from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { command, type Writing } from '../context.ts';
import { noteEvent, tell } from './events.ts';
import { lapseGate } from './lapse-gate.ts';
import { heldIncident, refuseTaken, type StoredIncident } from './store.ts';

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
    if (written.numInsertedOrUpdatedRows === 0n) {
      await refuseTaken(tx, 'incident_handlings', { id, incidentId });
      return trail([], { id });
    }
    await noteEvent(work, incidentId, { step: 'recordHandling', facts: { handlingId: id, measure, body, decidedOn } });
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
    const handling = await handlingOf(tx, incidentId, handlingId);
    if (handling.withdrawn) refuse('conflict', 'incidents.handling_withdrawn');
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

/**
 * 撤回: a decision entered wrongly counts no more, and stays to be seen. Neither who entered it nor whom it is about takes it back; the
 * confirmation of 责任人员处理 that stood on it lapses.
 */
export const withdrawHandling = command({
  permission: 'incidents.approve',
  name: 'incidents.withdrawHandling',
  input: withdrawHandlingInput,
  async run(work, { incidentId, handlingId, reason }) {
    const { tx, now, actor, trail, may } = work;
    const incident = await beingSettled(work, incidentId);
    const handling = await handlingOf(tx, incidentId, handlingId);
    const facts = { enteredById: await whoEntered(tx, handlingId), personId: handling.person_id, withdrawn: handling.withdrawn };
    const objection = objectionToWithdrawal(facts, { by: actor.personId, oversees: may('incidents.oversee', incident.unit_pos) });
    if (objection !== null) refuse(objection === 'incidents.own_handling' ? 'forbidden' : 'conflict', objection);
    const withdrawal = { handling_id: handlingId, incident_id: incidentId, reason, by_id: actor.personId, recorded_at: now };
    await tx.insertInto('incident_handling_withdrawals').values(withdrawal).execute();
    await lapseGate(work, incident, 'personHandled');
    await noteEvent(work, incidentId, { step: 'withdrawHandling', note: reason, facts: { handlingId } });
    await tell(work, { incidentId, about: 'withdrawHandling', once: handlingId });
    const { measure, body, decided_on: decidedOn } = handling;
    const before = { handlingId, personId: handling.person_id, measure, body, decidedOn };
    return trail(
      { subjectId: incidentId, unitId: incident.unit_id, before, after: { handlingId, withdrawn: true, reason } },
      { id: handlingId },
    );
  },
});

async function handlingOf(tx: Tx, incidentId: string, handlingId: string) {
  const row = await tx
    .selectFrom('incident_handlings as h')
    .leftJoin('incident_handling_withdrawals as w', 'w.handling_id', 'h.id')
    .selectAll('h')
    .select('w.recorded_at as withdrawnAt')
    .where('h.id', '=', handlingId)
    .where('h.incident_id', '=', incidentId)
    .executeTakeFirst();
  if (row === undefined) refuse('missing', 'incidents.handling_not_found');
  return { ...row, withdrawn: row.withdrawnAt !== null };
}

/** By the history: whoever made its first state. */
async function whoEntered(tx: Tx, handlingId: string): Promise<string | null> {
  const first = await tx
    .selectFrom('incident_handlings_history')
    .select('known_by')
    .where('id', '=', handlingId)
    .orderBy('known_from')
    .limit(1)
    .executeTakeFirst();
  return first?.known_by ?? null;
}

/** From the approval on, until it is closed; held, so that nobody closes it, confirms a gate or withdraws a record at the same time. */
export async function beingSettled({ tx, scope }: Pick<Writing, 'tx' | 'scope'>, incidentId: string): Promise<StoredIncident> {
  const row = await heldIncident(tx, scope, incidentId);
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
