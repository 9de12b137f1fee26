import { refuse } from '@changming/domain/kernel';
import { editPersonInput, rejoinInput } from '@changming/domain/workforce';
import type { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { refuseImplausibleBirthday, refuseImplausibleDay } from './days-of-life.ts';
import { identityIndex, refuseRival, refuseTaken, sealed, sexKnown } from './numbers.ts';
import { heldAtWork, heldPerson, personSearchKey, savePerson, type StoredPerson } from './store.ts';

type Wanted = z.output<typeof editPersonInput>;

/** 修改人员, also into another unit of the scope. Refused with `request.stale` unless `version` is the present one. */
export const editPerson = command({
  permission: 'workforce.edit',
  name: 'workforce.editPerson',
  input: editPersonInput,
  async run(work, wanted) {
    const before = await heldAtWork(work, wanted.personId);
    if (before.version !== wanted.version) refuse('conflict', 'request.stale');
    if (wanted.unitId !== before.unit_id) await refuseClosed(work, wanted.unitId);
    if (wanted.hiredOn !== before.hired_on) refuseImplausibleDay(wanted.hiredOn, work.today);
    const identity = newIdentity(work, before, wanted);
    if (identity !== null) refuseImplausibleBirthday(wanted.identityNumber, work.today);
    await refuseTaken(work, { identity, staffNo: wanted.staffNo === before.staff_no ? null : wanted.staffNo });
    const { name, staffNo: staff_no, unitId: unit_id, title, engagement, hiredOn: hired_on } = wanted;
    const sex = sexKnown(wanted.sex, wanted.identityNumber);
    const row = { name, staff_no, unit_id, title, engagement, hired_on, sex };
    const numbers = sealed(work.secrets, wanted);
    await savePerson(work.tx, before, { ...row, ...numbers, search_key: personSearchKey(name, staff_no) }).catch(refuseRival);
    const changed = { identity: wanted.identityNumber !== undefined, phone: wanted.phone !== undefined };
    const told = { before: toldOf(before), after: { ...toldOf({ ...before, ...row }), numbersChanged: changed } };
    return work.trail({ subjectId: before.id, unitId: unit_id, ...told }, { id: before.id, version: before.version + 1 });
  },
});

function toldOf({ name, staff_no, unit_id, title, engagement, hired_on, sex }: StoredPerson) {
  return { name, staffNo: staff_no, unitId: unit_id, title, engagement, hiredOn: hired_on, sex };
}

async function refuseClosed({ tx, scope }: Writing, unitId: string): Promise<void> {
  const unit = await unitInScope(tx, scope, unitId);
  if (unit.closed_on !== null) refuse('conflict', 'workforce.unit_closed', { name: unit.name });
}

/** The index of a number that is not the person's own yet. Only what changes is asked about: what stood there before may stay. */
function newIdentity({ secrets }: Writing, before: StoredPerson, { identityNumber }: Wanted): Buffer | null {
  if (typeof identityNumber !== 'string') return null;
  const identity = identityIndex(secrets, identityNumber);
  return before.identity_index?.equals(identity) === true ? null : identity;
}

/** 返岗: somebody who left works here again from a day on; the posts of before stay ended. */
export const rejoin = command({
  permission: 'workforce.edit',
  name: 'workforce.rejoin',
  input: rejoinInput,
  async run(work, { personId, unitId, on, reason }) {
    const before = await heldPerson(work, personId);
    if (before.left_on === null) refuse('conflict', 'workforce.not_left', { name: before.name });
    if (on > work.today) refuse('invalid', 'workforce.future_date', { on });
    if (on < before.left_on) refuse('invalid', 'workforce.before_hired', { on: before.left_on });
    await refuseClosed(work, unitId);
    await savePerson(work.tx, before, { left_on: null, hired_on: on, unit_id: unitId });
    const told = { before: { leftOn: before.left_on, unitId: before.unit_id }, after: { leftOn: null, hiredOn: on, unitId, reason } };
    return work.trail({ subjectId: personId, unitId, ...told }, { id: personId, version: before.version + 1 });
  },
});
