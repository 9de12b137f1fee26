import { type AppointmentRow, type PersonRow, type Tx, within } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import type { UnitRange } from '@changming/domain/units';
import type { Selectable, Updateable } from 'kysely';

import type { Writing } from '../context.ts';
import { initialsOf } from '../units/index.ts';

export type StoredPerson = Selectable<PersonRow>;
export type StoredAppointment = Selectable<AppointmentRow>;
type Scope = readonly UnitRange[];

/** The person, if it lies in the scope; outside of it a person is missing, not forbidden. */
export async function personInScope(tx: Tx, scope: Scope, id: string): Promise<StoredPerson> {
  const row = await tx
    .selectFrom('persons')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'workforce.person_not_found', { id });
}

/** The same, held against every other change of the person and of his posts until this one commits. */
export async function heldPerson({ tx, scope }: Writing, id: string): Promise<StoredPerson> {
  await tx
    .selectFrom('persons')
    .select('id')
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .execute();
  return personInScope(tx, scope, id);
}

/** The same, refused when the person has left. */
export async function heldAtWork(work: Writing, id: string): Promise<StoredPerson> {
  const person = await heldPerson(work, id);
  if (person.left_on !== null) refuse('conflict', 'workforce.left', { name: person.name, on: person.left_on });
  return person;
}

/** Writes only if nobody else has since `version` was read; else refused with `request.stale`. */
export async function savePerson(
  tx: Tx,
  { id, version }: Pick<StoredPerson, 'id' | 'version'>,
  set: Omit<Updateable<PersonRow>, 'version'>,
): Promise<void> {
  const saved = await tx
    .updateTable('persons')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'request.stale');
}

/** What the search looks in: name, pinyin initials, 工号. Never a number that is sealed. */
export function personSearchKey(name: string, staffNo: string | null): string {
  return [name, initialsOf(name), staffNo ?? ''].map(keyOf).join(' ').trim();
}

export async function appointmentInScope(tx: Tx, scope: Scope, id: string): Promise<StoredAppointment> {
  const row = await tx
    .selectFrom('appointments')
    .selectAll()
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .executeTakeFirst();
  return row ?? refuse('missing', 'workforce.appointment_not_found', { id });
}

/** The same, held against every other change of it until this one commits. */
export async function heldAppointment({ tx, scope }: Writing, id: string): Promise<StoredAppointment> {
  await tx
    .selectFrom('appointments')
    .select('id')
    .where('id', '=', id)
    .where((eb) => within(eb.ref('unit_pos'), scope))
    .forUpdate()
    .execute();
  return appointmentInScope(tx, scope, id);
}

/** An appointment as the trail tells it. */
export function toldOffice({
  person_id,
  unit_id,
  point_id,
  post,
  deputy,
  from_on,
  to_on,
}: Omit<StoredAppointment, 'id' | 'unit_pos' | 'version'>) {
  return { personId: person_id, unitId: unit_id, pointId: point_id, post, deputy, from: from_on, to: to_on };
}
