import type { Tx } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import {
  callWatchInput,
  checkInInput,
  handOverWatchInput,
  objectionToCheckIn,
  objectionToHandOver,
  objectionToSwap,
  objectionToTakeOver,
  swapWatchInput,
  takeOverWatchInput,
} from '@changming/domain/workforce';

import { command } from '../context.ts';
import { assignSeats } from './watch-assignments.ts';
import { refuseStrangers } from './watch-plan.ts';
import { saveShift, shiftInScope, type StoredShift, toShift } from './watch-store.ts';

/** 调班 with its reason; `personId` null leaves the seat empty. */
export const swapWatch = command({
  permission: 'workforce.planWatch',
  name: 'workforce.swapWatch',
  input: swapWatchInput,
  async run(work, { shiftId, personId, reason }) {
    const { tx, scope, now, newId, actor, trail } = work;
    const row = await shiftInScope(tx, scope, shiftId);
    const objected = objectionToSwap(toShift(row), now, personId);
    if (objected !== null) refuse('conflict', objected, { on: row.on_day });
    if (personId !== null) await refuseStrangers(work, [personId]);
    if (personId !== null) await refuseSeatedTwice(tx, row, personId);
    await saveShift(tx, row, { person_id: personId });
    await tx
      .insertInto('watch_swaps')
      .values({
        id: newId(),
        shift_id: shiftId,
        from_person_id: row.person_id,
        to_person_id: personId,
        reason,
        by_id: actor.personId,
        at: now,
      })
      .execute();
    await assignSeats(work, [{ id: shiftId, unitId: row.unit_id, onDay: row.on_day, personId }]);
    const told = { before: { personId: row.person_id }, after: { personId, reason } };
    return trail({ subjectId: shiftId, unitId: row.unit_id, ...told }, { id: shiftId });
  },
});

async function refuseSeatedTwice(tx: Tx, { id, unit_id, on_day, part }: StoredShift, personId: string): Promise<void> {
  const found = await tx
    .selectFrom('watch_shifts')
    .select('id')
    .where('unit_id', '=', unit_id)
    .where('on_day', '=', on_day)
    .where('part', '=', part)
    .where('person_id', '=', personId)
    .where('id', '<>', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (found !== undefined) refuse('conflict', 'workforce.watch_seated_twice', { on: on_day });
}

/** 签到, by the person of the shift, within its window. Signing in twice is signing in once. */
export const checkInWatch = command({
  permission: 'workforce.standWatch',
  name: 'workforce.checkInWatch',
  input: checkInInput,
  assignedSubject: ({ shiftId }) => shiftId,
  async run({ tx, scope, now, actor, trail }, { shiftId }) {
    const row = await shiftInScope(tx, scope, shiftId);
    if (row.checked_in_at !== null && row.person_id === actor.personId) return trail([], { id: shiftId, checkedInAt: row.checked_in_at });
    const objected = objectionToCheckIn(toShift(row), { by: actor.personId, now });
    if (objected !== null) refuse('conflict', objected, { on: row.on_day });
    await saveShift(tx, row, { checked_in_at: now });
    const told = { subjectId: shiftId, unitId: row.unit_id, before: null, after: { checkedInAt: now.toISOString() } };
    return trail(told, { id: shiftId, checkedInAt: now });
  },
});

export async function handOverOf(tx: Tx, shiftId: string) {
  const row = await tx.selectFrom('watch_hand_overs').selectAll().where('shift_id', '=', shiftId).executeTakeFirst();
  return row === undefined ? null : { ...row, givenById: row.given_by_id, takenById: row.taken_by_id };
}

/** 交班: what the next must know. It may be written anew until the next has signed. */
export const handOverWatch = command({
  permission: 'workforce.standWatch',
  name: 'workforce.handOverWatch',
  input: handOverWatchInput,
  assignedSubject: ({ shiftId }) => shiftId,
  async run({ tx, scope, now, actor, trail }, { shiftId, notes }) {
    const row = await shiftInScope(tx, scope, shiftId);
    const given = await handOverOf(tx, shiftId);
    const objected = objectionToHandOver(toShift(row), given, { by: actor.personId, now });
    if (objected !== null || actor.personId === null) refuse('conflict', objected ?? 'workforce.watch_not_yours', { on: row.on_day });
    await tx
      .insertInto('watch_hand_overs')
      .values({ shift_id: shiftId, notes, given_by_id: actor.personId, given_at: now, taken_by_id: null, taken_at: null })
      .onConflict((conflict) => conflict.column('shift_id').doUpdateSet({ notes, given_at: now }))
      .execute();
    const before = given === null ? null : { handedOver: given.notes };
    return trail({ subjectId: shiftId, unitId: row.unit_id, before, after: { handedOver: notes } }, { id: shiftId });
  },
});

/** The watch before this one at the same unit and post: the last that ended when this one begins, or before. */
export async function shiftBefore(tx: Tx, { unit_id, post, seat, from_at }: StoredShift): Promise<StoredShift | undefined> {
  return tx
    .selectFrom('watch_shifts')
    .selectAll()
    .where('unit_id', '=', unit_id)
    .where('post', '=', post)
    .where('until_at', '<=', from_at)
    .where('withdrawn_at', 'is', null)
    .orderBy('until_at', 'desc')
    .orderBy((eb) => eb.case().when('seat', '=', seat).then(0).else(1).end())
    .limit(1)
    .executeTakeFirst();
}

/** 接班: `shiftId` is one's own watch; what is signed is the hand-over of the watch before. */
export const takeOverWatch = command({
  permission: 'workforce.standWatch',
  name: 'workforce.takeOverWatch',
  input: takeOverWatchInput,
  assignedSubject: ({ shiftId }) => shiftId,
  async run({ tx, scope, now, actor, trail }, { shiftId }) {
    const mine = await shiftInScope(tx, scope, shiftId);
    const before = await shiftBefore(tx, mine);
    const given = before === undefined ? null : await handOverOf(tx, before.id);
    const objected = objectionToTakeOver(toShift(mine), given, { by: actor.personId, now });
    if (objected !== null || before === undefined) refuse('conflict', objected ?? 'workforce.watch_nothing_handed', { on: mine.on_day });
    await tx
      .updateTable('watch_hand_overs')
      .set({ taken_by_id: actor.personId, taken_at: now })
      .where('shift_id', '=', before.id)
      .where('taken_at', 'is', null)
      .execute();
    const told = { before: { takenOver: null }, after: { takenOver: now.toISOString() } };
    return trail({ subjectId: before.id, unitId: mine.unit_id, ...told }, { id: shiftId });
  },
});

/** 抽查: whether whoever stands the watch answered the telephone. */
export const callWatch = command({
  permission: 'workforce.checkWatch',
  name: 'workforce.callWatch',
  input: callWatchInput,
  async run({ tx, scope, now, newId, actor, trail }, { shiftId, answered, note }) {
    const row = await shiftInScope(tx, scope, shiftId);
    if (row.person_id === null) refuse('conflict', 'workforce.watch_nobody', { on: row.on_day });
    const id = newId();
    await tx
      .insertInto('watch_calls')
      .values({ id, shift_id: shiftId, answered, note: note ?? null, by_id: actor.personId, at: now })
      .execute();
    return trail({ subjectId: shiftId, unitId: row.unit_id, before: null, after: { answered, note: note ?? null } }, { id });
  },
});
