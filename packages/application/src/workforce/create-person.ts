import { refuse } from '@changming/domain/kernel';
import { createPersonInput } from '@changming/domain/workforce';
import type { z } from 'zod';

import { type Changed, command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { refuseImplausibleBirthday, refuseImplausibleDay } from './days-of-life.ts';
import { refuseTaken, sealed, sexKnown } from './numbers.ts';
import { personInScope, personSearchKey } from './store.ts';

type Wanted = z.output<typeof createPersonInput>;

/** 新增人员. The same id again answers the same person; a number that the group knows already is refused without saying whose it is. */
export const createPerson = command({
  permission: 'workforce.edit',
  name: 'workforce.create',
  input: createPersonInput,
  async run(work, wanted) {
    const unit = await unitInScope(work.tx, work.scope, wanted.unitId);
    if (unit.closed_on !== null) refuse('conflict', 'workforce.unit_closed', { name: unit.name });
    if (wanted.id !== undefined && (await isThere(work, wanted.id))) return work.trail([], await sameAgain(work, wanted.id));
    refuseImplausibleDay(wanted.hiredOn, work.today);
    refuseImplausibleBirthday(wanted.identityNumber, work.today);
    const { id, changed } = await insertPerson(work, wanted);
    return work.trail(changed, { id, version: 1 });
  },
});

/** Writes the person into a unit of the scope, without asking whether that unit is one. For verbs that bring many: an import, a seed. */
export async function insertPerson(work: Writing, wanted: Wanted): Promise<{ readonly id: string; readonly changed: Changed }> {
  const { tx, secrets } = work;
  const id = wanted.id ?? work.newId();
  const { name, staffNo: staff_no, unitId: unit_id, title, engagement, hiredOn: hired_on } = wanted;
  const sex = sexKnown(wanted.sex, wanted.identityNumber);
  const numbers = sealed(secrets, wanted);
  const row = { id, staff_no, name, sex, unit_id, title, engagement, hired_on, left_on: null, search_key: personSearchKey(name, staff_no) };
  const written = await tx
    .insertInto('persons')
    .values({ ...row, ...numbers })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) {
    await refuseTaken(work, { identity: numbers.identity_index ?? null, staffNo: staff_no });
    refuse('conflict', 'workforce.id_taken');
  }
  const numbersGiven = { hasIdentity: wanted.identityNumber !== null, hasPhone: wanted.phone !== null };
  const after = { name, staffNo: staff_no, sex, unitId: unit_id, title, engagement, hiredOn: hired_on, ...numbersGiven };
  return { id, changed: { subjectId: id, unitId: unit_id, before: null, after } };
}

async function isThere({ tx }: Writing, id: string): Promise<boolean> {
  return (await tx.selectFrom('persons').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

async function sameAgain({ tx, scope }: Writing, id: string): Promise<{ id: string; version: number }> {
  const { version } = await personInScope(tx, scope, id);
  return { id, version };
}
