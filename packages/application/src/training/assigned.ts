import type { Tx } from '@changming/database';
import type { TrainingCategory } from '@changming/domain/training';
import type { Post } from '@changming/domain/workforce';
import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { tellAll } from '../tell-all.ts';
import { expectAt } from './attendance-store.ts';
import { peopleOf } from './audience.ts';
import { newSignInCode, sessionSearchKey, toldSession } from './session-store.ts';

export type Assignment = {
  readonly unitId: string;
  readonly category: TrainingCategory;
  readonly title: string;
  /** What it is to be held about, as an incident. */
  readonly aboutId: string;
  readonly dueOn: string;
  readonly classHours?: number;
  readonly personIds?: readonly string[];
  /** Whoever holds one of these posts in the unit's branch; without people and posts everybody of the branch is expected. */
  readonly posts?: readonly Post[];
};

/**
 * 布置培训, for the verbs of other contexts within their own transaction: a session that is to be held by a day, with whom it expects.
 * Whoever leads the unit sets time and place by `editSession`. Answers the session and what the trail tells of it.
 */
export async function assignTraining(
  work: Writing,
  { unitId, category, title, aboutId, dueOn, classHours = 1, personIds = [], posts = [] }: Assignment,
): Promise<{ readonly id: string; readonly expected: number; readonly changed: Changed }> {
  const id = work.newId();
  const words = { category, level: null, title, class_hours: classHours, place: null, starts_at: null };
  const row = { id, unit_id: unitId, kind: 'planned' as const, ...words, about_id: aboutId, due_on: dueOn };
  const kept = { code: newSignInCode(), by_id: work.actor.personId, search_key: sessionSearchKey(title, null) };
  await work.tx
    .insertInto('training_sessions')
    .values({ ...row, ...kept })
    .execute();
  const named = { personIds: [...personIds], staffNos: [], engagements: [], owing: false, withBelow: true, posts: [...posts] };
  const people = await peopleOf(work, { ...named, unitIds: personIds.length > 0 && posts.length === 0 ? [] : [unitId] });
  const expected = await expectAt(work, row, people);
  const facts = { title, due: dueOn };
  const to = { posts: ['safetyOfficer', 'unitHead', 'firstResponsible'] };
  const payload = { about: 'training.assigned', subjectId: id, unitId, to, facts, link: `/training/sessions?session=${id}`, once: id };
  await tellAll(work, payload);
  return {
    id,
    expected,
    changed: { subjectId: id, unitId, before: null, after: { ...toldSession({ ...row, state: 'planned' }), aboutId, dueOn, expected } },
  };
}

export type HeldAbout = {
  readonly id: string;
  readonly title: string;
  readonly state: 'planned' | 'closed' | 'cancelled';
  readonly dueOn: string | null;
  readonly heldOn: string | null;
  readonly expected: number;
  readonly attended: number;
};

/** Sessions about something, with how many were expected and how many of those were there: 四不放过 asks whether people were educated. */
export async function trainingHeldAbout(tx: Tx, aboutId: string): Promise<HeldAbout[]> {
  const { rows } = await sql<HeldAbout>`
    select s.id, s.title, s.state, s.due_on as "dueOn", s.held_on as "heldOn",
      (select count(*) from training_attendance a where a.session_id = s.id and (a.expected or a.way is not null)) as expected,
      (select count(*) from training_counting c where c.session_id = s.id and c.attended) as attended
    from training_sessions s where s.about_id = ${aboutId} and s.state <> 'cancelled' order by s.held_on nulls last, s.id`.execute(tx);
  return rows;
}
