import { refuse } from '@changming/domain/kernel';
import {
  cancelSessionInput,
  createSessionInput,
  dismissInput,
  editSessionInput,
  expectInput,
  lastsFor,
  type SessionWords,
} from '@changming/domain/training';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { tellAll } from '../tell-all.ts';
import { expectAt } from './attendance-store.ts';
import { peopleOf } from './audience.ts';
import { clockWords } from './exams/exam-store.ts';
import { refuseBadLevel, newSignInCode, sessionFor, sessionInScope, sessionSearchKey, toldSession } from './session-store.ts';

/** 安排培训 in a unit of the branch, perhaps with whom it expects. The same id again answers what was arranged. */
export const createSession = command({
  permission: 'training.hold',
  name: 'training.createSession',
  input: createSessionInput,
  async run(work, { id = work.newId(), unitId, audience, courseId, planLineId, aboutId, ...words }) {
    const { tx, scope, trail } = work;
    await unitInScope(tx, scope, unitId);
    refuseBadWords(words);
    await refuseBadReferences(work, { courseId, planLineId });
    const extra = { kind: 'planned' as const, course_id: courseId, plan_line_id: planLineId, about_id: aboutId };
    const row = { id, unit_id: unitId, ...extra, ...wordsOf(words), code: newSignInCode(), by_id: work.actor.personId };
    const written = await tx
      .insertInto('training_sessions')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (written.numInsertedOrUpdatedRows === 0n) return trail([], { id: (await sessionInScope(tx, scope, id)).id, expected: 0 });
    const people = audience === undefined ? [] : await peopleOf(work, audience);
    const expected = await expectAt(work, row, people);
    await tellExpected(
      work,
      { id, unitId, title: words.title, startsAt: words.startsAt },
      people.map((each) => each.id),
    );
    return trail(
      { subjectId: id, unitId, before: null, after: { ...toldSession({ ...row, state: 'planned' }), expected } },
      { id, expected },
    );
  },
});

/** 修改培训, while it is not closed. Refused with `request.stale` unless `version` is the present one. */
export const editSession = command({
  permission: 'training.hold',
  name: 'training.editSession',
  input: editSessionInput,
  async run(work, { sessionId, version, ...words }) {
    const before = await sessionFor(work, sessionId, 'edit');
    if (before.version !== version) refuse('conflict', 'request.stale');
    refuseBadWords(words);
    const after = { ...wordsOf(words), version: version + 1 };
    await work.tx.updateTable('training_sessions').set(after).where('id', '=', sessionId).execute();
    const told = { before: toldSession(before), after: toldSession({ ...before, ...after }) };
    return work.trail({ subjectId: sessionId, unitId: before.unit_id, ...told }, { id: sessionId, version: version + 1 });
  },
});

/** 应到人员: adds whom an audience means. */
export const expectPeople = command({
  permission: 'training.hold',
  name: 'training.expect',
  input: expectInput,
  async run(work, { sessionId, audience }) {
    const session = await sessionFor(work, sessionId, 'expect');
    const people = await peopleOf(work, audience);
    const added = await expectAt(work, session, people);
    await tellExpected(
      work,
      { id: sessionId, unitId: session.unit_id, title: session.title, startsAt: session.starts_at?.toISOString() ?? null },
      people.map((each) => each.id),
    );
    return work.trail({ subjectId: sessionId, unitId: session.unit_id, before: null, after: { expected: added } }, { added });
  },
});

/** 移出名单: whoever has not signed in is expected no longer. */
export const dismissPeople = command({
  permission: 'training.hold',
  name: 'training.dismiss',
  input: dismissInput,
  async run(work, { sessionId, personIds }) {
    const session = await sessionFor(work, sessionId, 'expect');
    const { numAffectedRows } = await sql`
      update training_attendance set expected = false
      where session_id = ${sessionId} and person_id = any(${personIds}::uuid[]) and way is null and expected`.execute(work.tx);
    const dismissed = Number(numAffectedRows ?? 0);
    return work.trail({ subjectId: sessionId, unitId: session.unit_id, before: { expected: dismissed }, after: null }, { dismissed });
  },
});

/** 取消培训: it was not held, and the trail says why. */
export const cancelSession = command({
  permission: 'training.hold',
  name: 'training.cancelSession',
  input: cancelSessionInput,
  async run(work, { sessionId, reason }) {
    const before = await sessionFor(work, sessionId, 'cancel');
    const after = { state: 'cancelled', cancel_reason: reason, version: before.version + 1 } as const;
    await work.tx.updateTable('training_sessions').set(after).where('id', '=', sessionId).execute();
    const told = { before: { state: before.state }, after: { state: 'cancelled', reason } };
    return work.trail({ subjectId: sessionId, unitId: before.unit_id, ...told }, { id: sessionId });
  },
});

function refuseBadWords({ category, level, startsAt, endsAt, classHours }: SessionWords): void {
  refuseBadLevel(category, level);
  const [begins, ends] = [new Date(startsAt), new Date(endsAt)];
  if (ends <= begins) refuse('invalid', 'training.times_reversed');
  if (!lastsFor(begins, ends, classHours)) refuse('invalid', 'training.hours_above_time', { hours: classHours });
}

async function refuseBadReferences(
  { tx }: Writing,
  { courseId, planLineId }: { courseId: string | null; planLineId: string | null },
): Promise<void> {
  if (courseId !== null) {
    const course = await tx
      .selectFrom('training_courses')
      .select('id')
      .where('id', '=', courseId)
      .where('retired_on', 'is', null)
      .executeTakeFirst();
    if (course === undefined) refuse('missing', 'training.course_not_found', { id: courseId });
  }
  if (planLineId === null) return;
  const line = await tx
    .selectFrom('training_plan_lines')
    .select('id')
    .where('id', '=', planLineId)
    .where('dropped', '=', false)
    .executeTakeFirst();
  if (line === undefined) refuse('missing', 'training.plan_line_not_found', { id: planLineId });
}

function wordsOf({ startsAt, endsAt, classHours, ...words }: SessionWords) {
  return {
    ...words,
    starts_at: new Date(startsAt),
    ends_at: new Date(endsAt),
    class_hours: classHours,
    search_key: sessionSearchKey(words.title, words.trainer),
  };
}

type Announced = { readonly id: string; readonly unitId: string; readonly title: string; readonly startsAt: string | null };

/** Whoever is expected is told when and what. */
export async function tellExpected(work: Writing, { id, unitId, title, startsAt }: Announced, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0 || startsAt === null || new Date(startsAt) < work.now) return;
  const facts = { title, at: clockWords(new Date(startsAt)) };
  const payload = {
    about: 'training.expected',
    subjectId: id,
    unitId,
    to: { personIds: [...personIds] },
    facts,
    link: `/training/mine?session=${id}`,
    once: `${id}:${startsAt}`,
  };
  await tellAll(work, payload);
}
