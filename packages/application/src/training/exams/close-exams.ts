import { networkGrace, seatAtClosing } from '@changming/domain/training';
import { z } from 'zod';

import { type Changed, command, type Writing } from '../../context.ts';
import { tellAll } from '../../tell-all.ts';
import { clockWords, saveSeat } from './exam-store.ts';
import { settleAttempt } from './settle-attempt.ts';

const batch = 200;
const nothing = z.strictObject({});

/**
 * 到时交卷: attempts whose time is over are graded with what was saved in time, however late this runs. One whose seat is held, because it is
 * handed in at this moment, is left to that.
 */
export const closeAttempts = command({
  permission: 'training.sweep',
  name: 'training.closeAttempts',
  input: nothing,
  async run(work) {
    const { tx, now } = work;
    const over = await tx
      .selectFrom('exam_attempts as a')
      .innerJoin('exam_seats as s', 's.id', 'a.seat_id')
      .selectAll('a')
      .where('a.submitted_at', 'is', null)
      .where('a.ends_at', '<', new Date(now.getTime() - networkGrace))
      .orderBy('a.ends_at')
      .limit(batch)
      .forUpdate(['s', 'a'])
      .skipLocked()
      .execute();
    const changes: Changed[] = [];
    for (const attempt of over) {
      const seat = await tx.selectFrom('exam_seats').selectAll().where('id', '=', attempt.seat_id).executeTakeFirstOrThrow();
      const exam = await tx.selectFrom('exams').selectAll().where('id', '=', attempt.exam_id).executeTakeFirstOrThrow();
      changes.push(...(await settleAttempt(work, { attempt, exam, seat })).changed);
    }
    return work.trail(changes, { closed: over.length, more: over.length === batch });
  },
});

/** 缺考、未通过: seats that are still open when their exam has closed and nothing of them runs any more. */
export const closeSeats = command({
  permission: 'training.sweep',
  name: 'training.closeSeats',
  input: nothing,
  async run(work) {
    const { tx, now } = work;
    const open = await tx
      .selectFrom('exam_seats as s')
      .innerJoin('exams as e', 'e.id', 's.exam_id')
      .selectAll('s')
      .where('s.state', '=', 'open')
      .where('e.closes_at', '<=', new Date(now.getTime() - networkGrace))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb.selectFrom('exam_attempts as a').select('a.id').whereRef('a.seat_id', '=', 's.id').where('a.submitted_at', 'is', null),
          ),
        ),
      )
      .limit(batch)
      .execute();
    const changes: Changed[] = [];
    for (const seat of open) {
      const state = seatAtClosing(seat.used);
      await saveSeat(tx, seat, { state, settled_at: now });
      changes.push({
        subjectId: seat.exam_id,
        unitId: seat.unit_id,
        before: { state: 'open' },
        after: { personId: seat.person_id, state },
      });
    }
    return work.trail(changes, { closed: open.length, more: open.length === batch });
  },
});

/** 考试提醒: whoever has not passed by the day before an exam closes is told once. */
export const remindSitters = command({
  permission: 'training.sweep',
  name: 'training.remindSitters',
  input: nothing,
  async run(work) {
    const { tx, now } = work;
    const closing = await tx
      .selectFrom('exams')
      .select(['id', 'unit_id', 'title', 'closes_at'])
      .where('cancelled_at', 'is', null)
      .where('opens_at', '<=', now)
      .where('closes_at', '>', now)
      .where('closes_at', '<=', new Date(now.getTime() + 24 * 3_600_000))
      .execute();
    let told = 0;
    for (const exam of closing) if (await remind(work, exam)) told += 1;
    return work.trail([], { told });
  },
});

type Closing = { readonly id: string; readonly unit_id: string; readonly title: string; readonly closes_at: Date };

async function remind({ tx, now, enqueue }: Writing, exam: Closing): Promise<boolean> {
  const fresh = await tx
    .insertInto('learning_reminders')
    .values({ subject_id: exam.id, rule: 'exam', days: -1, told_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('days')
    .executeTakeFirst();
  if (fresh === undefined) return false;
  const open = await tx.selectFrom('exam_seats').select('person_id').where('exam_id', '=', exam.id).where('state', '=', 'open').execute();
  if (open.length === 0) return false;
  const facts = { title: exam.title, due: clockWords(exam.closes_at) };
  const to = { personIds: open.map(({ person_id }) => person_id) };
  const payload = {
    about: 'training.examClosing',
    subjectId: exam.id,
    unitId: exam.unit_id,
    to,
    facts,
    link: '/training/my-exams',
    once: exam.id,
  };
  await tellAll({ enqueue }, payload);
  return true;
}
