import { toPage, when, within } from '@changming/database';
import { addDays, keyOf, startOf } from '@changming/domain/kernel';
import type { sessionFilter } from '@changming/domain/training';
import { sql, type SqlBool } from 'kysely';
import type { z } from 'zod';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { sessionInScope, type StoredSession } from './session-store.ts';
import { shownCode } from './sign-in-code.ts';

type Filter = z.output<typeof sessionFilter>;

const onList = sql<number>`(select count(*) from training_attendance a where a.session_id = s.id and (a.expected or a.way is not null))`;
const present = sql<number>`(select count(*) from training_attendance a where a.session_id = s.id and a.way is not null)`;
/** A session without a time stands on the day it was held, or at the end of the day by which it is owed. */
const moment = sql<Date>`coalesce(s.starts_at, s.held_on::timestamp at time zone 'Asia/Shanghai',
  (s.due_on + 1)::timestamp at time zone 'Asia/Shanghai')`;

const shown = [
  's.id',
  's.unit_id as unitId',
  'u.name as unit',
  's.kind',
  's.category',
  's.level',
  's.title',
  's.state',
  's.place',
  's.trainer',
  's.starts_at as startsAt',
  's.ends_at as endsAt',
  's.class_hours as classHours',
  's.due_on as dueOn',
  's.held_on as heldOn',
  's.about_id as aboutId',
] as const;

/** Sessions that a filter picks in the caller's branch. */
export async function sessionsPicked(work: Reading, filter: Omit<Filter, 'after' | 'limit'>) {
  const ranges = await rangesOf(work, { unitId: filter.unitId, withBelow: filter.withBelow });
  return work.tx
    .selectFrom('training_sessions as s')
    .innerJoin('units as u', 'u.id', 's.unit_id')
    .where((eb) => within(eb.ref('s.unit_pos'), ranges))
    .where((eb) =>
      eb.and([
        ...when(filter.category, (all) => eb('s.category', 'in', all)),
        ...when(filter.state, (all) => eb('s.state', 'in', all)),
        ...when(filter.kind, (kind) => eb('s.kind', '=', kind)),
        ...when(filter.aboutId, (id) => eb('s.about_id', '=', id)),
        ...when(filter.from, (day) => sql<SqlBool>`${moment} >= ${startOf(day)}`),
        ...when(filter.to, (day) => sql<SqlBool>`${moment} < ${startOf(addDays(day, 1))}`),
        ...when(filter.word, (word) => eb('s.search_key', 'like', `%${keyOf(word).replace(/[%_\\]/g, '\\$&')}%`)),
      ]),
    );
}

/** 培训台账 of the branch, newest first. */
export const listSessions = query({
  permission: 'training.read',
  async run(work, { after, limit, ...filter }: Filter) {
    const rows = await (await sessionsPicked(work, filter))
      .select(shown)
      .select([onList.as('expected'), present.as('present'), moment.as('moment')])
      .$if(after !== undefined, (each) =>
        each.where(sql<SqlBool>`(${moment}, s.id) < (${after?.[0] ?? ''}::timestamptz, ${after?.[1] ?? ''}::uuid)`),
      )
      .orderBy(moment, 'desc')
      .orderBy('s.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      (row) => `${row.moment.toISOString()}~${row.id}`,
      ({ moment: _moment, ...row }) => row,
    );
  },
});

/** One session with its list of people, as whoever holds it sees it. */
export const readSession = query({
  permission: 'training.read',
  async run(work, { sessionId }: { sessionId: string }) {
    const session = await sessionInScope(work.tx, work.scope, sessionId);
    const { unit_pos: position, search_key: _key, code, ...row } = session;
    const unit = await work.tx.selectFrom('units').select('name').where('id', '=', row.unit_id).executeTakeFirstOrThrow();
    const hold = work.may('training.hold', position);
    /** Only whoever holds the session shows its code. */
    const door = hold && row.state === 'planned' ? shownCode(work, code) : null;
    const may = { hold, correct: work.may('training.correct', position) };
    return {
      ...toldWhole(row),
      unit: unit.name,
      code: door?.text ?? null,
      codeUntil: door?.until ?? null,
      may,
      people: await peopleAt(work, sessionId),
    };
  },
});

function toldWhole(row: Omit<StoredSession, 'unit_pos' | 'search_key' | 'code'>) {
  const { id, kind, category, level, title, topics, place, trainer, method, assessed, state, summary, photos, origin, version } = row;
  return {
    id,
    kind,
    category,
    level,
    title,
    topics,
    place,
    trainer,
    method,
    assessed,
    state,
    summary,
    photos,
    origin,
    version,
    unitId: row.unit_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    dueOn: row.due_on,
    classHours: row.class_hours,
    cancelReason: row.cancel_reason,
    heldOn: row.held_on,
    closedAt: row.closed_at,
    courseId: row.course_id,
    planLineId: row.plan_line_id,
    aboutId: row.about_id,
  };
}

export type SessionPerson = {
  readonly personId: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly unit: string;
  readonly expected: boolean;
  readonly way: 'scan' | 'list' | 'sheet' | null;
  readonly signedInAt: Date | null;
  readonly signedOutAt: Date | null;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
  readonly note: string | null;
  readonly creditId: string | null;
  readonly attended: boolean | null;
  readonly classHours: number | null;
  readonly corrected: boolean;
};

/** Names of those beyond the caller's branch are read from nowhere: they are counted, not shown. */
export async function peopleAt({ tx }: Pick<Reading, 'tx'>, sessionId: string): Promise<SessionPerson[]> {
  const { rows } = await sql<SessionPerson>`
    select a.person_id as "personId", p.name, p.staff_no as "staffNo", u.name as unit, a.expected, a.way,
      a.signed_in_at as "signedInAt", a.signed_out_at as "signedOutAt", coalesce(c.result, a.result) as result, coalesce(c.score, a.score) as score,
      a.note, c.id as "creditId", c.attended, c.class_hours as "classHours", c.corrects_id is not null as corrected
    from training_attendance a join persons p on p.id = a.person_id join units u on u.id = p.unit_id
    left join training_counting c on c.session_id = a.session_id and c.person_id = a.person_id
    where a.session_id = ${sessionId} and (a.expected or a.way is not null)
    order by u.lo, p.name, p.id`.execute(tx);
  return rows;
}
