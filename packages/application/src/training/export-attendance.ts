import { refuse } from '@changming/domain/kernel';
import { sessionFilter, type TrainingCategory, type TrainingLevel } from '@changming/domain/training';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, type Writing } from '../context.ts';
import { unitPaths } from '../units/index.ts';
import { peopleAt, sessionsPicked } from './read-sessions.ts';
import { sessionInScope } from './session-store.ts';

/** 导出签到表 of one session, to print and sign or to file: everybody on its list whom the caller may see. The trail says how many. */
export const exportAttendance = command({
  permission: 'training.export',
  name: 'training.exportAttendance',
  input: z.strictObject({ sessionId: z.uuid() }),
  toldOnce: true,
  async run(work, { sessionId }) {
    const session = await sessionInScope(work.tx, work.scope, sessionId);
    const people = await peopleAt(work, sessionId);
    const unit = await work.tx.selectFrom('units').select('name').where('id', '=', session.unit_id).executeTakeFirstOrThrow();
    const { title, category, level, place, trainer, state, starts_at: startsAt, ends_at: endsAt, held_on: heldOn } = session;
    const told = { title, category, level, place, trainer, state, startsAt, endsAt, heldOn, classHours: session.class_hours };
    const after = { list: 'attendance', rows: people.length };
    return work.trail(
      { subjectId: sessionId, unitId: session.unit_id, before: null, after },
      { session: { ...told, unit: unit.name }, people, today: work.today },
    );
  },
});

/** The filter as the address was read: its flag is a flag by now. */
const exported = sessionFilter.omit({ after: true, limit: true }).extend({ withBelow: z.boolean().default(true) });
const most = 20_000;

type AttendanceLine = {
  readonly sessionId: string;
  readonly title: string;
  readonly category: TrainingCategory;
  readonly level: TrainingLevel | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly heldOn: string | null;
  readonly place: string | null;
  readonly trainer: string | null;
  readonly sessionHours: number;
  readonly unitId: string;
  readonly name: string;
  readonly staffNo: string | null;
  readonly personUnit: string;
  readonly way: 'scan' | 'list' | 'sheet' | null;
  readonly signedInAt: Date | null;
  readonly signedOutAt: Date | null;
  readonly result: 'passed' | 'failed' | null;
  readonly score: number | null;
  readonly classHours: number | null;
};

/** 导出培训与签到明细: a line for each person of each session that the filter picks, whole or not at all. */
export const exportSessions = command({
  permission: 'training.export',
  name: 'training.exportSessions',
  input: exported,
  toldOnce: true,
  async run(work, filter) {
    const lines = await linesOf(work, filter);
    const paths = await unitPaths(
      work.tx,
      lines.map(({ unitId }) => unitId),
    );
    const after = { list: 'attendance', sessions: new Set(lines.map(({ sessionId }) => sessionId)).size, rows: lines.length, ...filter };
    return work.trail(
      { subjectId: work.newId(), unitId: filter.unitId ?? null, before: null, after },
      { rows: lines.map((line) => ({ ...line, unit: paths.get(line.unitId) ?? '' })), today: work.today },
    );
  },
});

async function linesOf(work: Writing, filter: z.output<typeof exported>): Promise<AttendanceLine[]> {
  const sessions = (await sessionsPicked(work, filter)).select('s.id').limit(most + 1);
  const { rows } = await sql<AttendanceLine>`
    select s.id as "sessionId", s.title, s.category, s.level, s.starts_at as "startsAt", s.ends_at as "endsAt", s.held_on as "heldOn", s.place,
      s.trainer, s.class_hours as "sessionHours", s.unit_id as "unitId", p.name, p.staff_no as "staffNo", u.name as "personUnit", a.way,
      a.signed_in_at as "signedInAt", a.signed_out_at as "signedOutAt", coalesce(c.result, a.result) as result,
      coalesce(c.score, a.score) as score, c.class_hours as "classHours"
    from (${sessions}) picked join training_sessions s on s.id = picked.id
    join training_attendance a on a.session_id = s.id and (a.expected or a.way is not null)
    join persons p on p.id = a.person_id join units u on u.id = p.unit_id
    left join training_counting c on c.session_id = s.id and c.person_id = p.id
    order by coalesce(s.starts_at, s.held_on::timestamptz, s.due_on::timestamptz) desc, s.id, u.lo, p.name, p.id
    limit ${most + 1}`.execute(work.tx);
  if (rows.length > most) refuse('invalid', 'training.document_too_large', { most });
  return rows;
}
