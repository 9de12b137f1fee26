import { startOf } from '@changming/domain/kernel';
import type { TrainingCategory, TrainingLevel } from '@changming/domain/training';
import { sql } from 'kysely';

import type { Changed, Writing } from '../context.ts';
import { inTurn } from '../in-turn.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { newSignInCode, sessionSearchKey } from './session-store.ts';

/** A session of the time before the go-live, as its form tells it. */
export type OpeningSession = {
  readonly id: string;
  /** It has come in before: only people are added. */
  readonly isKnown: boolean;
  readonly unitId: string;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly heldOn: string;
  /** Null where the form tells no time. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly classHours: number;
  readonly place: string | null;
  readonly trainer: string | null;
};

/** One person on the form. */
export type OpeningCredit = {
  readonly id: string;
  readonly session: OpeningSession;
  readonly personId: string;
  readonly personUnitId: string;
  readonly attended: boolean;
  readonly classHours: number;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
};

/**
 * 期初: enters what was held before the go-live, closed as it stands, with the hours of everybody on the form; one statement for each table.
 * Whoever calls this holds `training.import`. The worker then reckons what the hours have met.
 */
export async function enterOpening(work: Writing, credits: readonly OpeningCredit[]): Promise<Changed[]> {
  if (credits.length === 0) return [];
  const sessions = [...new Set(credits.map(({ session }) => session))];
  await insertSessions(
    work,
    sessions.filter(({ isKnown }) => !isKnown),
    new Set(credits.flatMap(({ session, result }) => (result === null ? [] : [session.id]))),
  );
  await insertAttendance(work, credits);
  await insertCredits(work, credits);
  await inTurn(sessions, ({ id }) => work.enqueue('training.reckon', { sessionId: id }, `${id}:${work.now.toISOString()}`));
  return credits.map(({ session, personId, attended, classHours, result }) => {
    const { title, heldOn } = session;
    const after = { title, heldOn, personId, attended, classHours, result, origin: 'opening' };
    return { subjectId: session.id, unitId: session.unitId, before: null, after };
  });
}

const sessionColumns = {
  id: 'uuid',
  unit_id: 'uuid',
  category: 'text',
  level: 'text',
  title: 'text',
  starts_at: 'timestamptz',
  ends_at: 'timestamptz',
  class_hours: 'numeric',
  place: 'text',
  trainer: 'text',
  assessed: 'text',
  code: 'text',
  held_on: 'date',
  search_key: 'text',
} as const;

async function insertSessions({ tx, now, actor }: Writing, sessions: readonly OpeningSession[], assessed: ReadonlySet<string>) {
  const rows = sessions.map((each) => ({
    id: each.id,
    unit_id: each.unitId,
    category: each.category,
    level: each.level,
    title: each.title,
    starts_at: each.startsAt,
    ends_at: each.endsAt,
    class_hours: each.classHours,
    place: each.place,
    trainer: each.trainer,
    assessed: String(assessed.has(each.id)),
    code: newSignInCode(),
    held_on: each.heldOn,
    search_key: sessionSearchKey(each.title, each.trainer),
  }));
  await sql`
    insert into training_sessions (id, unit_id, kind, category, level, title, starts_at, ends_at, class_hours, place, trainer, assessed, state, code,
      held_on, closed_at, closed_by_id, by_id, origin, search_key)
    select r.id, r.unit_id, 'planned', r.category, r.level, r.title, r.starts_at, r.ends_at, r.class_hours, r.place, r.trainer, r.assessed::boolean,
      'closed', r.code, r.held_on, ${now}, ${actor.personId}::uuid, ${actor.personId}::uuid, 'opening', r.search_key
    from ${rowsAsTable('r', sessionColumns, rows)}`.execute(tx);
}

const attendanceColumns = {
  id: 'uuid',
  session_id: 'uuid',
  unit_id: 'uuid',
  person_id: 'uuid',
  signed_in_at: 'timestamptz',
  result: 'text',
  score: 'integer',
} as const;

/** The paper says that somebody came, not when: he is there from the beginning, or from that of the day. */
async function insertAttendance({ tx, newId }: Writing, credits: readonly OpeningCredit[]) {
  const rows = credits.map(({ session, personId, attended, result, score }) => ({
    id: newId(),
    session_id: session.id,
    unit_id: session.unitId,
    person_id: personId,
    signed_in_at: attended ? (session.startsAt ?? startOf(session.heldOn)) : null,
    result,
    score,
  }));
  await sql`
    insert into training_attendance (id, session_id, unit_id, person_id, expected, way, signed_in_at, result, score)
    select r.id, r.session_id, r.unit_id, r.person_id, true, case when r.signed_in_at is null then null else 'sheet' end, r.signed_in_at, r.result,
      r.score::smallint
    from ${rowsAsTable('r', attendanceColumns, rows)}`.execute(tx);
}

const creditColumns = {
  id: 'uuid',
  session_id: 'uuid',
  person_id: 'uuid',
  unit_id: 'uuid',
  person_unit_id: 'uuid',
  category: 'text',
  level: 'text',
  on_day: 'date',
  attended: 'text',
  class_hours: 'numeric',
  result: 'text',
  score: 'integer',
} as const;

async function insertCredits({ tx, now, actor }: Writing, credits: readonly OpeningCredit[]) {
  const rows = credits.map(({ id, session, personId, personUnitId, attended, classHours, result, score }) => ({
    id,
    session_id: session.id,
    person_id: personId,
    unit_id: session.unitId,
    person_unit_id: personUnitId,
    category: session.category,
    level: session.level,
    on_day: session.heldOn,
    attended: String(attended),
    class_hours: classHours,
    result,
    score,
  }));
  await sql`
    insert into training_credits (id, session_id, person_id, unit_id, person_unit_id, category, level, on_day, attended, class_hours, result, score,
      origin, by_id, recorded_at)
    select r.id, r.session_id, r.person_id, r.unit_id, r.person_unit_id, r.category, r.level, r.on_day, r.attended::boolean, r.class_hours, r.result,
      r.score::smallint, 'opening', ${actor.personId}::uuid, ${now}
    from ${rowsAsTable('r', creditColumns, rows)}`.execute(tx);
}
