import { dayIn, refuse } from '@changming/domain/kernel';
import { closeSessionInput, correctCreditInput, hoursForPresence, wasThere } from '@changming/domain/training';
import { sql } from 'kysely';

import { command, type Writing } from '../context.ts';
import { rowsAsTable } from '../rows-as-table.ts';
import { sessionFor, type StoredSession } from './session-store.ts';

type Present = {
  readonly personId: string;
  readonly unitId: string;
  readonly signedInAt: Date | null;
  readonly signedOutAt: Date | null;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
};

/**
 * 结束培训: gives everybody his hours for the time that he was there, at most the session's, and whoever was expected and did not come none.
 * From then on the record stands as it is; what is wrong about one person is put right by `correctCredit`.
 */
export const closeSession = command({
  permission: 'training.hold',
  name: 'training.closeSession',
  input: closeSessionInput,
  async run(work, { sessionId, summary, photos }) {
    const session = await sessionFor(work, sessionId, 'close');
    const credits = await creditAll(work, session);
    await finish(work, session, { summary, photos });
    const attended = credits.filter((each) => each.attended).length;
    const after = { state: 'closed', attended, absent: credits.length - attended };
    return work.trail(
      { subjectId: sessionId, unitId: session.unit_id, before: { state: session.state }, after },
      { id: sessionId, attended },
    );
  },
});

/** One credit for each person on the list; the persons' own units are those of today. */
export async function creditAll(work: Writing, session: StoredSession) {
  const { tx, newId, now, actor } = work;
  const rows = (await listOf(work, session.id)).map(({ personId: person_id, unitId: person_unit_id, ...each }) => {
    const class_hours = hoursOf(session, each, now);
    const kept = class_hours === null ? { result: null, score: null } : { result: each.result, score: each.score };
    return { id: newId(), person_id, person_unit_id, attended: class_hours !== null, class_hours: class_hours ?? 0, ...kept };
  });
  const columns = {
    id: 'uuid',
    person_id: 'uuid',
    person_unit_id: 'uuid',
    attended: 'text',
    class_hours: 'numeric',
    result: 'text',
    score: 'integer',
  } as const;
  const told = rows.map((row) => ({ ...row, attended: String(row.attended) }));
  await sql`
    insert into training_credits (id, session_id, person_id, unit_id, person_unit_id, category, level, on_day, attended, class_hours, result, score,
      origin, by_id, recorded_at)
    select r.id, ${session.id}::uuid, r.person_id, ${session.unit_id}::uuid, r.person_unit_id, ${session.category}, ${session.level},
      ${heldOn(session, now)}::date, r.attended::boolean, r.class_hours, r.result, r.score::smallint, ${session.origin}, ${actor.personId}::uuid, ${now}
    from ${rowsAsTable('r', columns, told)}`.execute(tx);
  return rows;
}

/** A session of several days was held when it was over, so that nobody has passed it before; a shift meeting over midnight when it began. */
function heldOn({ kind, starts_at: startsAt, ends_at: endsAt }: StoredSession, now: Date): string {
  const moment = (kind === 'quick' ? startsAt : endsAt) ?? now;
  return dayIn(moment < now ? moment : now);
}

/** The unit of a person beyond the caller's branch is the one that holds the session. */
async function listOf({ tx }: Writing, sessionId: string): Promise<Present[]> {
  const { rows } = await sql<Present>`
    select a.person_id as "personId", coalesce(p.unit_id, a.unit_id) as "unitId", a.signed_in_at as "signedInAt",
      a.signed_out_at as "signedOutAt", a.result, a.score
    from training_attendance a left join persons p on p.id = a.person_id
    where a.session_id = ${sessionId} and (a.expected or a.way is not null) order by a.person_id`.execute(tx);
  return rows;
}

type Stay = Pick<Present, 'signedInAt' | 'signedOutAt'>;

/** Null for whoever was not there. A session that is closed before its end was over then for everybody. */
function hoursOf({ starts_at: startsAt, ends_at: endsAt, class_hours: most }: StoredSession, stay: Stay, now: Date): number | null {
  const { signedInAt } = stay;
  if (signedInAt === null) return null;
  if (startsAt === null || endsAt === null) return most;
  const signedOutAt = now < endsAt && (stay.signedOutAt === null || stay.signedOutAt > now) ? now : stay.signedOutAt;
  const presence = { startsAt, endsAt, signedInAt, signedOutAt };
  return wasThere(presence) ? hoursForPresence(presence, most) : null;
}

type Ending = { readonly summary: string | null; readonly photos: readonly string[] };

/** The worker looks at once what the hours have met, and whoever waits for it is not told tomorrow. */
export async function finish(work: Writing, session: StoredSession, { summary, photos }: Ending): Promise<void> {
  const { tx, now, actor, enqueue } = work;
  const ended = { state: 'closed', held_on: heldOn(session, now), closed_at: now, closed_by_id: actor.personId } as const;
  await tx
    .updateTable('training_sessions')
    .set({ ...ended, summary, photos: [...photos], version: session.version + 1 })
    .where('id', '=', session.id)
    .execute();
  await enqueue('training.reckon', { sessionId: session.id }, session.id);
}

/** 更正学时 of one person after closing: a new entry that names the wrong one, with the reason; the wrong one stays and counts no more. */
export const correctCredit = command({
  permission: 'training.correct',
  name: 'training.correctCredit',
  input: correctCreditInput,
  async run(work, { creditId, attended, classHours, result, score, reason }) {
    const { tx, newId, now, actor, trail, enqueue } = work;
    const before = await creditInScope(work, creditId);
    const session = await sessionFor(work, before.session_id, 'correct');
    if (classHours > session.class_hours) refuse('invalid', 'training.hours_above_session', { most: session.class_hours });
    if (!attended && (classHours > 0 || result !== null || score !== null)) refuse('invalid', 'training.result_unwanted');
    const id = newId();
    const { unit_pos: _position, ...kept } = before;
    const fresh = {
      id,
      attended,
      class_hours: classHours,
      result,
      score,
      reason,
      corrects_id: creditId,
      by_id: actor.personId,
      recorded_at: now,
    };
    await tx
      .insertInto('training_credits')
      .values({ ...kept, ...fresh })
      .execute()
      .catch(refuseTwice);
    await enqueue('training.reckon', { sessionId: session.id }, id);
    const told = { before: toldCredit(before), after: { ...toldCredit({ ...before, ...fresh }), reason } };
    return trail({ subjectId: session.id, unitId: before.unit_id, ...told }, { id });
  },
});

async function creditInScope({ tx, scope }: Writing, id: string) {
  const row = await tx.selectFrom('training_credits').selectAll().where('id', '=', id).executeTakeFirst();
  const inside = row !== undefined && scope.some(({ lo, hi }) => row.unit_pos >= lo && row.unit_pos <= hi);
  return inside ? row : refuse('missing', 'training.credit_not_found', { id });
}

function refuseTwice(error: unknown): never {
  if (error instanceof Error && 'constraint' in error && error.constraint === 'training_credits_corrects_id_key')
    refuse('conflict', 'training.credit_superseded');
  throw error;
}

function toldCredit({ person_id, attended, class_hours, result, score }: Awaited<ReturnType<typeof creditInScope>>) {
  return { personId: person_id, attended, classHours: class_hours, result, score };
}
