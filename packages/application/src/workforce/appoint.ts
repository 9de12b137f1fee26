import { type Tx, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { type Appointment, appointInput, endAppointmentInput, overlap, placeObjection, sameOffice } from '@changming/domain/workforce';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { refuseImplausibleDay } from './days-of-life.ts';
import { passGates } from './gates.ts';
import { appointmentInScope, heldAppointment, heldAtWork, toldOffice } from './store.ts';

/**
 * 任职: a person of the scope holds a post of a unit of the scope from a day on, perhaps as deputy. Several may hold the same post. Who
 * does the work must pass the gates, unless one who may lifts them; who leads is warned.
 */
export const appoint = command({
  permission: 'workforce.edit',
  name: 'workforce.appoint',
  input: appointInput,
  async run(work, { id: given, override, ...wanted }) {
    const person = await heldAtWork(work, wanted.personId);
    const id = given ?? work.newId();
    if (given !== undefined && (await isThere(work, given))) return work.trail([], { id, warnings: [] });
    await refuseBadPlace(work, wanted);
    refuseImplausibleDay(wanted.from, work.today);
    await refuseBadTerm(work, wanted);
    if (person.hired_on !== null && wanted.from < person.hired_on) refuse('invalid', 'workforce.before_hired', { on: person.hired_on });
    const { changed, warnings } = await passGates(work, { ...wanted, certifiedPost: null, name: person.name }, override);
    const told = warnings.map(({ gate, code, facts }) => ({ gate, code, facts }));
    return work.trail([await insertAppointment(work, id, wanted), ...changed], { id, warnings: told });
  },
});

async function isThere({ tx, scope }: Writing, id: string): Promise<boolean> {
  const found = await tx.selectFrom('appointments').select('id').where('id', '=', id).executeTakeFirst();
  if (found !== undefined) await appointmentInScope(tx, scope, id);
  return found !== undefined;
}

/** Who keeps a point is said at the point itself; here it gets deputies, in the unit where it is kept. */
async function refuseBadPlace({ tx, scope }: Writing, wanted: Appointment): Promise<void> {
  const objection = placeObjection(wanted);
  if (objection !== null) refuse('invalid', objection);
  if (wanted.pointId === null) return;
  if (!wanted.deputy) refuse('invalid', 'workforce.keeper_by_point');
  const kept = await tx
    .selectFrom('appointments')
    .select('id')
    .where('point_id', '=', wanted.pointId)
    .where('unit_id', '=', wanted.unitId)
    .where('deputy', '=', false)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  if (kept === undefined) refuse('missing', 'workforce.point_not_kept');
}

async function refuseBadTerm({ tx, scope }: Writing, { unitId, from, to }: Appointment): Promise<void> {
  const unit = await unitInScope(tx, scope, unitId);
  if (unit.closed_on !== null) refuse('conflict', 'workforce.unit_closed', { name: unit.name });
  if (from < unit.opened_on) refuse('invalid', 'workforce.before_opening', { on: unit.opened_on });
  if (to !== null && to <= from) refuse('invalid', 'workforce.ends_before_start', { from });
}

/** Writes the appointment, whose person is held, unless it would double one of the same office. */
export async function insertAppointment({ tx }: Writing, id: string, wanted: Appointment) {
  if (await holdsAlready(tx, wanted)) refuse('conflict', 'workforce.overlaps');
  const { personId: person_id, unitId: unit_id, pointId: point_id, post, deputy, from: from_on, to: to_on } = wanted;
  const row = { id, person_id, unit_id, point_id, post, deputy, from_on, to_on };
  const written = await tx
    .insertInto('appointments')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) refuse('conflict', 'workforce.id_taken');
  return { subjectId: id, unitId: unit_id, before: null, after: toldOffice(row) };
}

/** Whether the person holds this very office on a day of the term. */
export async function holdsAlready(tx: Tx, wanted: Appointment): Promise<boolean> {
  const rows = await tx.selectFrom('appointments').selectAll().where('person_id', '=', wanted.personId).execute();
  return rows.map(toldOffice).some((other) => sameOffice(wanted, other) && overlap(wanted, other));
}

/** 免职: `to` is the first day out of office; that of the first day itself means that it never held. */
export const endAppointment = command({
  permission: 'workforce.edit',
  name: 'workforce.endAppointment',
  input: endAppointmentInput,
  async run(work, { appointmentId, to }) {
    const { tx, today, trail } = work;
    const before = await heldAppointment(work, appointmentId);
    if (before.to_on !== null && before.to_on <= today) refuse('conflict', 'workforce.ended_already', { on: before.to_on });
    if (to < before.from_on) refuse('invalid', 'workforce.ends_before_start', { from: before.from_on });
    if (before.to_on !== null && to > before.to_on) refuse('conflict', 'workforce.ended_already', { on: before.to_on });
    const ended = { to_on: to, version: before.version + 1 };
    await tx.updateTable('appointments').set(ended).where('id', '=', appointmentId).execute();
    const told = { before: toldOffice(before), after: toldOffice({ ...before, to_on: to }) };
    return trail({ subjectId: appointmentId, unitId: before.unit_id, ...told }, { id: appointmentId });
  },
});
