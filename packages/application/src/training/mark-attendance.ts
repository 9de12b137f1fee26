import { refuse } from '@changming/domain/kernel';
import { type AttendanceMark, markInput } from '@changming/domain/training';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { peopleOf } from './audience.ts';
import { expectAt } from './attendance-store.ts';
import { changeOfRoll, rollOf } from './roll-told.ts';
import { sessionFor, type StoredSession } from './session-store.ts';

/**
 * 点名: whoever holds the session ticks who is there, with times where they differ from the session's and with the result. Somebody of the
 * branch who was not expected comes in as he is. Whoever has signed in by himself keeps his time.
 */
export const markAttendance = command({
  permission: 'training.hold',
  name: 'training.mark',
  input: markInput,
  async run(work, { sessionId, marks }) {
    const session = await sessionFor(work, sessionId, 'mark');
    await letIn(work, session, marks);
    const was = await rollOf(work, session, marks);
    await writeMarks(work, session, marks);
    const told = changeOfRoll(was, await rollOf(work, session, marks));
    return work.trail({ subjectId: sessionId, unitId: session.unit_id, ...told }, { marked: marks.length });
  },
});

/** Only people of the caller's branch; whoever is on the list already need not lie in it. */
async function letIn(work: Writing, session: StoredSession, marks: readonly AttendanceMark[]): Promise<void> {
  const ids = marks.map(({ personId }) => personId);
  const { rows } = await sql<{ id: string }>`
    select person_id as id from training_attendance where session_id = ${session.id} and person_id = any(${ids}::uuid[])`.execute(work.tx);
  const listed = new Set(rows.map(({ id }) => id));
  const fresh = ids.filter((id) => !listed.has(id));
  if (fresh.length === 0) return;
  const named = { unitIds: [], withBelow: true, posts: [], engagements: [], owing: false, staffNos: [], personIds: fresh };
  await expectAt(work, session, await peopleOf(work, named), false);
}

/** What was ticked, over what stood there. */
export async function writeMarks({ tx, now }: Writing, session: StoredSession, marks: readonly AttendanceMark[]): Promise<void> {
  const rows = marks.map((mark) => rowOf(mark, session, now));
  const columns = {
    person_id: 'uuid',
    way: 'text',
    in_at: 'timestamptz',
    out_at: 'timestamptz',
    result: 'text',
    score: 'integer',
    note: 'text',
  } as const;
  await sql`
    update training_attendance a set
      way = case when m.way is null then null else coalesce(a.way, m.way) end,
      signed_in_at = case when m.way is null then null when a.way = 'scan' then a.signed_in_at else m.in_at end,
      signed_out_at = case when m.way is null then null when a.way = 'scan' then coalesce(m.out_at, a.signed_out_at) else m.out_at end,
      result = m.result, score = m.score, note = m.note
    from ${rowsAsTable('m', columns, rows)}
    where a.session_id = ${session.id} and a.person_id = m.person_id`.execute(tx);
}

function rowOf(mark: AttendanceMark, session: StoredSession, now: Date) {
  const { personId, present, result, score, note } = mark;
  if (!present && (result !== null || score !== null)) refuse('invalid', 'training.result_unwanted');
  const times = present ? timesOf(mark, session, now) : { way: null, in_at: null, out_at: null };
  return { person_id: personId, ...times, result, score, note };
}

/** Without times of their own, people were there from the beginning to the end. */
function timesOf({ signedInAt, signedOutAt }: AttendanceMark, { starts_at: startsAt }: StoredSession, now: Date) {
  const inAt = signedInAt === undefined ? (startsAt ?? now) : new Date(signedInAt);
  const outAt = signedOutAt === undefined ? null : new Date(signedOutAt);
  if (outAt !== null && outAt < inAt) refuse('invalid', 'training.times_reversed');
  return { way: 'list', in_at: inAt, out_at: outAt };
}
