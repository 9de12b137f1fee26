import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { type DutyKind, handOverInput, leaveInput } from '@changming/domain/workforce';
import { sql } from 'kysely';

import { type Changed, command, query, type Writing } from '../context.ts';
import { holdsAlready, insertAppointment } from './appoint.ts';
import { endCertifiedOf } from './certified-posts.ts';
import { passGates } from './gates.ts';
import { heldAtWork, heldPerson, personInScope, savePerson, type StoredAppointment, type StoredPerson, toldOffice } from './store.ts';

type Duty = { readonly name: string; readonly id: string; readonly unit_id: string };

/**
 * 离职: all open appointments of the person end, and what he has in hand goes to the successor, in one act. Refused as long as something
 * is open and nobody takes it, or something lies where the caller may not act.
 */
export const leave = command({
  permission: 'workforce.edit',
  name: 'workforce.leave',
  input: leaveInput,
  async run(work, { personId, successorId, on, reason, passOn }) {
    const { person, successor } = await holdBoth(work, personId, successorId);
    if (on > work.today) refuse('invalid', 'workforce.future_date', { on });
    if (person.hired_on !== null && on < person.hired_on) refuse('invalid', 'workforce.before_hired', { on: person.hired_on });
    if (successor === null && passOn.length > 0) refuse('invalid', 'workforce.successor_needed', { count: passOn.length });
    const open = await openOffices(work, personId, on);
    const offices = await turnOver(work, open, { on, passOn, successor });
    const certified = await endCertifiedOf(work, personId, on, reason);
    const duties = successor === null ? await refuseOpenDuties(work, personId) : await handDuties(work, personId, successor.id);
    await refuseTiesElsewhere(work, personId, on);
    await savePerson(work.tx, person, { left_on: on });
    const left = { subjectId: personId, unitId: person.unit_id, before: { leftOn: null }, after: { leftOn: on, reason, successorId } };
    return work.trail([left, ...offices, ...certified, ...duties], {
      ended: open.length,
      passedOn: passOn.length,
      handedOver: duties.length,
    });
  },
});

/** 交接 of somebody who stays: the named appointments and everything in hand go to the successor. */
export const handOver = command({
  permission: 'workforce.edit',
  name: 'workforce.handOver',
  input: handOverInput,
  async run(work, { personId, successorId, on, reason, passOn }) {
    const { person, successor } = await holdBoth(work, personId, successorId);
    if (successor === null) refuse('invalid', 'workforce.successor_needed', { count: passOn.length });
    if (on > work.today) refuse('invalid', 'workforce.future_date', { on });
    const open = (await openOffices(work, personId, on)).filter(({ id }) => passOn.includes(id));
    const offices = await turnOver(work, open, { on, passOn, successor });
    const duties = await handDuties(work, personId, successor.id);
    const told = { subjectId: personId, unitId: person.unit_id, before: null, after: { successorId, on, reason } };
    return work.trail([told, ...offices, ...duties], { ended: open.length, passedOn: passOn.length, handedOver: duties.length });
  },
});

/** In the order of their ids, so that two handovers in opposite directions wait for each other. */
async function holdBoth(work: Writing, personId: string, successorId: string | null) {
  if (successorId === personId) refuse('invalid', 'workforce.successor_same');
  for (const id of [personId, successorId].filter((each) => each !== null).toSorted()) await heldPerson(work, id);
  const person = await heldAtWork(work, personId);
  return { person, successor: successorId === null ? null : await heldAtWork(work, successorId) };
}

/** Appointments of the scope that still hold on or after the day. */
async function openOffices({ tx, scope }: Writing, personId: string, on: string): Promise<StoredAppointment[]> {
  return tx
    .selectFrom('appointments')
    .selectAll()
    .where('person_id', '=', personId)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .where((eb) => eb.or([eb('to_on', 'is', null), eb.and([eb('to_on', '>', on), eb('to_on', '>', eb.ref('from_on'))])]))
    .orderBy('id')
    .forUpdate()
    .execute();
}

type Turn = { readonly on: string; readonly passOn: readonly string[]; readonly successor: StoredPerson | null };

async function turnOver(work: Writing, open: readonly StoredAppointment[], { on, passOn, successor }: Turn): Promise<Changed[]> {
  const strange = passOn.find((id) => !open.some((each) => each.id === id));
  if (strange !== undefined) refuse('missing', 'workforce.appointment_not_found', { id: strange });
  const changes: Changed[] = [];
  for (const office of open) {
    changes.push(await endOn(work, office, on));
    if (successor !== null && passOn.includes(office.id)) changes.push(...(await passTo(work, office, successor, on)));
  }
  return changes;
}

async function endOn({ tx }: Writing, office: StoredAppointment, on: string): Promise<Changed> {
  const to_on = on < office.from_on ? office.from_on : on;
  await tx
    .updateTable('appointments')
    .set({ to_on, version: office.version + 1 })
    .where('id', '=', office.id)
    .execute();
  return { subjectId: office.id, unitId: office.unit_id, before: toldOffice(office), after: toldOffice({ ...office, to_on }) };
}

/** The same office for the rest of its term, if the gates let the successor in; nothing when he holds it already. */
async function passTo(work: Writing, office: StoredAppointment, successor: StoredPerson, on: string): Promise<Changed[]> {
  const wanted = { ...toldOffice(office), personId: successor.id, from: on < office.from_on ? office.from_on : on };
  if (await holdsAlready(work.tx, wanted)) return [];
  const { changed } = await passGates(work, { ...wanted, certifiedPost: null, name: successor.name });
  return [await insertAppointment(work, work.newId(), wanted), ...changed];
}

async function handDuties({ tx }: Writing, personId: string, successorId: string): Promise<Changed[]> {
  const { rows } = await sql<Duty>`select name, id, unit_id from house.hand_over(${personId}, ${successorId})`.execute(tx);
  const [before, after] = [{ holderId: personId }, { holderId: successorId }];
  return rows.map(({ id, unit_id }) => ({ subjectId: id, unitId: unit_id, before, after }));
}

async function refuseOpenDuties({ tx }: Writing, personId: string): Promise<Changed[]> {
  const { rows } = await sql<Duty>`select name, id, unit_id from house.duties_of(${personId})`.execute(tx);
  return rows.length === 0 ? [] : refuse('conflict', 'workforce.successor_needed', { count: rows.length });
}

async function refuseTiesElsewhere({ tx }: Writing, personId: string, on: string): Promise<void> {
  const { appointments, duties } = await tiesOf(tx, personId, on);
  const count = appointments + duties;
  if (count > 0) refuse('conflict', 'workforce.ties_elsewhere', { count });
}

async function tiesOf(tx: Writing['tx'], personId: string, on: string) {
  const { rows } = await sql<{ appointments: string; duties: string }>`
    select appointments, duties from house.ties_of(${personId}, ${on}::date)`.execute(tx);
  return { appointments: Number(rows[0]?.appointments ?? 0), duties: Number(rows[0]?.duties ?? 0) };
}

/** What would have to be handed over today: duties by kind (`hazards`), and how much more lies outside the caller's branch. */
export const readDuties = query({
  permission: 'workforce.edit',
  async run({ tx, scope, today }, { personId }: { personId: string }) {
    await personInScope(tx, scope, personId);
    const { rows } = await sql<{ kind: DutyKind; count: number; all: number }>`
      select d.name as kind, count(distinct d.id)::int as count, count(*)::int as all from house.duties_of(${personId}) d join units u on u.id = d.unit_id
      where ${within(sql.ref<number>('u.lo'), scope)} group by d.name order by d.name`.execute(tx);
    const offices = await tx
      .selectFrom('appointments')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('person_id', '=', personId)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .where((eb) => eb.or([eb('to_on', 'is', null), eb.and([eb('to_on', '>', today), eb('to_on', '>', eb.ref('from_on'))])]))
      .executeTakeFirstOrThrow();
    const ties = await tiesOf(tx, personId, today);
    const seen = Number(offices.count) + rows.reduce((sum, { all }) => sum + all, 0);
    return { duties: rows.map(({ kind, count }) => ({ kind, count })), elsewhere: ties.appointments + ties.duties - seen };
  },
});
