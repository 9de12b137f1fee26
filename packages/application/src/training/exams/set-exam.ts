import { refuse } from '@changming/domain/kernel';
import { addSittersInput, cancelExamInput, excuseSeatInput, levelObjection, setExamInput } from '@changming/domain/training';

import { type Changed, command, type Writing } from '../../context.ts';
import { unitInScope } from '../../units/index.ts';
import { type Invited, peopleOf } from '../audience.ts';
import { tellAll } from '../../tell-all.ts';
import { clockWords, examInScope, saveSeat, type StoredExam } from './exam-store.ts';
import { paperInSight, refuseUndrawable, type StoredPaper } from './paper-store.ts';

/** 安排考试: for people of the caller's branch, by what the paper says today. The same id again answers the same exam. */
export const setExam = command({
  permission: 'training.setExams',
  name: 'training.setExam',
  input: setExamInput,
  async run(work, { id = work.newId(), audience, ...given }) {
    const { tx, scope, now, actor, trail } = work;
    await unitInScope(tx, scope, given.unitId);
    const paper = await paperToSit(work, given);
    const level = given.level ?? paper.level;
    if (levelObjection(given.category, level) === 'training.level_needed') refuse('invalid', 'training.level_needed');
    const [opens, closes] = [new Date(given.opensAt), new Date(given.closesAt)];
    if (closes <= opens || closes <= now) refuse('invalid', 'training.exam_window_unfit');
    const made = await tx
      .insertInto('exams')
      .values({
        id,
        unit_id: given.unitId,
        ...copied(paper),
        title: given.title,
        category: given.category,
        level,
        session_id: given.sessionId,
        course_id: given.courseId,
        opens_at: opens,
        closes_at: closes,
        set_by_id: actor.personId,
        set_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (made === undefined) return trail([], { id: (await examInScope(tx, scope, id)).id, seats: 0 });
    const people = await peopleOf(work, audience);
    if (people.length === 0) refuse('invalid', 'training.nobody_to_sit');
    const seats = await seat(work, made, people);
    const after = { title: given.title, category: given.category, level: made.level, seats, closesAt: given.closesAt };
    return trail({ subjectId: id, unitId: given.unitId, before: null, after }, { id, seats });
  },
});

/** The paper in use, of a unit in sight, that the bank can still serve; the session it belongs to is there too. */
async function paperToSit(work: Writing, { paperId, sessionId }: { paperId: string; sessionId: string | null }): Promise<StoredPaper> {
  const { tx, scope } = work;
  const paper = await paperInSight(tx, scope, paperId);
  if (paper.retired_on !== null) refuse('conflict', 'training.paper_retired', { name: paper.name });
  await refuseUndrawable(tx, { unitId: paper.unit_id, draw: paper.draw, level: paper.level });
  if (sessionId === null) return paper;
  const session = await tx.selectFrom('training_sessions').select('id').where('id', '=', sessionId).executeTakeFirst();
  return session === undefined ? refuse('missing', 'training.session_not_found', { id: sessionId }) : paper;
}

function copied({ id, draw, level, pass_mark, minutes, attempts, wait_hours }: StoredPaper) {
  return { paper_id: id, draw: JSON.stringify(draw), draw_level: level, pass_mark, minutes, attempts, wait_hours };
}

/** One seat for each person, who is told; whoever has one already keeps it. */
async function seat(work: Writing, exam: StoredExam, people: readonly Invited[]): Promise<number> {
  const { tx, newId, enqueue } = work;
  const rows = people.map(({ id, unitId }) => ({ id: newId(), exam_id: exam.id, person_id: id, unit_id: unitId }));
  const made = await tx
    .insertInto('exam_seats')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['exam_id', 'person_id']).doNothing())
    .returning('person_id')
    .execute();
  const personIds = made.map(({ person_id }) => person_id);
  if (personIds.length === 0) return 0;
  const facts = { title: exam.title, due: clockWords(exam.closes_at) };
  const payload = {
    about: 'training.examSet',
    subjectId: exam.id,
    unitId: exam.unit_id,
    to: { personIds },
    facts,
    link: '/training/my-exams',
    once: exam.id,
  };
  await tellAll({ enqueue }, payload);
  return personIds.length;
}

export const addSitters = command({
  permission: 'training.setExams',
  name: 'training.addSitters',
  input: addSittersInput,
  async run(work, { examId, audience }) {
    const exam = await openExam(work, examId);
    const people = await peopleOf(work, audience);
    if (people.length === 0) refuse('invalid', 'training.nobody_to_sit');
    const seats = await seat(work, exam, people);
    return work.trail({ subjectId: examId, unitId: exam.unit_id, before: null, after: { added: seats } }, { id: examId, seats });
  },
});

async function openExam({ tx, scope, now }: Writing, examId: string): Promise<StoredExam> {
  const exam = await examInScope(tx, scope, examId);
  if (exam.cancelled_at !== null) refuse('conflict', 'training.exam_cancelled');
  if (exam.closes_at <= now) refuse('conflict', 'training.exam_closed');
  return exam;
}

/** 免考: the person owes this exam no more. */
export const excuseSeat = command({
  permission: 'training.setExams',
  name: 'training.excuseSeat',
  input: excuseSeatInput,
  async run(work, { examId, seatId, reason }) {
    const { tx, now, trail } = work;
    const exam = await openExam(work, examId);
    const found = await tx.selectFrom('exam_seats').selectAll().where('id', '=', seatId).where('exam_id', '=', examId).executeTakeFirst();
    if (found === undefined) return refuse('missing', 'training.seat_not_found');
    if (found.state !== 'open') refuse('conflict', 'training.seat_settled');
    await saveSeat(tx, found, { state: 'excused', settled_at: now });
    const change = { subjectId: examId, unitId: exam.unit_id, before: null, after: { excused: found.person_id, reason } };
    return trail(change, { id: seatId });
  },
});

/** Only as long as nobody has begun. */
export const cancelExam = command({
  permission: 'training.setExams',
  name: 'training.cancelExam',
  input: cancelExamInput,
  async run(work, { examId, version, reason }) {
    const { tx, now, trail } = work;
    const exam = await openExam(work, examId);
    const begun = await tx.selectFrom('exam_attempts').select('id').where('exam_id', '=', examId).limit(1).executeTakeFirst();
    if (begun !== undefined) refuse('conflict', 'training.exam_has_attempts');
    const saved = await tx
      .updateTable('exams')
      .set({ cancelled_at: now, cancel_reason: reason, version: version + 1 })
      .where('id', '=', examId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.exams_changed_meanwhile');
    await tx
      .updateTable('exam_seats')
      .set({ state: 'excused', settled_at: now })
      .where('exam_id', '=', examId)
      .where('state', '=', 'open')
      .execute();
    const change: Changed = { subjectId: examId, unitId: exam.unit_id, before: null, after: { cancelled: reason } };
    return trail(change, { id: examId, version: version + 1 });
  },
});
