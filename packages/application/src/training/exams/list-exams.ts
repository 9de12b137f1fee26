import { toPage, within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import type { ExamFilter, SeatFilter } from '@changming/domain/training';
import { sql } from 'kysely';
import { z } from 'zod';

import { command, query, type Reading } from '../../context.ts';
import { rangesOf } from '../../units/index.ts';
import { isWithin } from '../sight.ts';
import { examInSight, isSatWithin } from './exam-store.ts';

/** 考试 that units of the branch have set or their people sit, the latest to close first, with how many sat and passed. */
export const listExams = query({
  permission: 'training.read',
  async run(work, { after, limit, unitId, withBelow, category, open, waiting, sessionId }: ExamFilter) {
    const ranges = await rangesOf(work, { unitId, withBelow });
    const rows = await exams(work)
      .where((eb) => eb.or([within(eb.ref('e.unit_pos'), ranges), isSatWithin(work, 'e.id', ranges)]))
      .$if(category !== undefined, (each) => each.where('e.category', 'in', category ?? []))
      .$if(sessionId !== undefined, (each) => each.where('e.session_id', '=', sessionId ?? ''))
      .$if(waiting === true, (each) => each.where(hasOpenSeat))
      .$if(open === true || waiting === true, (each) => each.where('e.cancelled_at', 'is', null).where('e.closes_at', '>', work.now))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('e.closes_at', 'e.id'), '<', eb.tuple(new Date(after?.[0] ?? 0), after?.[1] ?? ''))),
      )
      .orderBy('e.closes_at', 'desc')
      .orderBy('e.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ closesAt, id }) => `${closesAt.toISOString()}~${id}`,
      (row) => row,
    );
  },
});

const hasOpenSeat = sql<boolean>`exists (select from exam_seats s where s.exam_id = e.id and s.state = 'open')`;

function exams({ tx }: Reading) {
  const counted = (state: string) => sql<number>`(select count(*) from exam_seats s where s.exam_id = e.id and s.state = ${state})`;
  return tx
    .selectFrom('exams as e')
    .innerJoin('units as u', 'u.id', 'e.unit_id')
    .select(['e.id', 'e.unit_id as unitId', 'u.name as unit', 'e.title', 'e.category', 'e.level', 'e.session_id as sessionId'])
    .select(['e.opens_at as opensAt', 'e.closes_at as closesAt', 'e.cancelled_at as cancelledAt', 'e.minutes', 'e.attempts'])
    .select(['e.pass_mark as passMark', 'e.wait_hours as waitHours', 'e.version'])
    .select([
      sql<number>`(select count(*) from exam_seats s where s.exam_id = e.id and s.state <> 'excused')`.as('seats'),
      counted('passed').as('passed'),
      counted('failed').as('failed'),
      counted('missed').as('missed'),
    ]);
}

export const readExam = query({
  permission: 'training.read',
  async run(work, { examId }: { examId: string }) {
    const exam = await examInSight(work, examId);
    const row = await exams(work).where('e.id', '=', examId).executeTakeFirstOrThrow();
    const paper = await work.tx.selectFrom('exam_papers').select('name').where('id', '=', exam.paper_id).executeTakeFirst();
    const may = { edit: work.may('training.setExams', exam.unit_pos) && isWithin(work.scope, exam.unit_pos) };
    return { ...row, paper: paper?.name ?? null, draw: exam.draw, cancelReason: exam.cancel_reason, may };
  },
});

/** 成绩 of an exam, by name. */
export const listSeats = query({
  permission: 'training.read',
  async run(work, { examId, state, after, limit }: SeatFilter & { examId: string }) {
    await examInSight(work, examId);
    const rows = await seats(work, examId)
      .$if(state !== undefined, (each) => each.where('s.state', 'in', state ?? []))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('p.name', 's.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ name, id }) => `${name}~${id}`,
      (row) => row,
    );
  },
});

function seats({ tx, scope }: Reading, examId: string) {
  return tx
    .selectFrom('exam_seats as s')
    .innerJoin('persons as p', 'p.id', 's.person_id')
    .innerJoin('units as u', 'u.id', 's.unit_id')
    .select(['s.id', 's.person_id as personId', 'p.name', 'p.staff_no as staffNo', 'u.name as unit', 's.state', 's.used', 's.best'])
    .select((eb) =>
      eb
        .selectFrom('exam_results as r')
        .select((each) => each.fn.max('r.taken_at').as('at'))
        .whereRef('r.exam_id', '=', 's.exam_id')
        .whereRef('r.person_id', '=', 's.person_id')
        .as('takenAt'),
    )
    .where('s.exam_id', '=', examId)
    .where((eb) => within(eb.ref('s.unit_pos'), scope))
    .orderBy('p.name')
    .orderBy('s.id');
}

const mostSeats = 20_000;

/** 导出成绩; the trail says who took how many. */
export const exportResults = command({
  permission: 'training.export',
  name: 'training.exportResults',
  input: z.strictObject({ examId: z.uuid() }),
  toldOnce: true,
  async run(work, { examId }) {
    const exam = await examInSight(work, examId);
    const rows = await seats(work, examId)
      .limit(mostSeats + 1)
      .execute();
    if (rows.length > mostSeats) refuse('invalid', 'training.ledger_too_large', { most: mostSeats });
    const told = { list: 'results', rows: rows.length };
    const answer = { title: exam.title, passMark: exam.pass_mark, rows, today: work.today };
    return work.trail({ subjectId: examId, unitId: exam.unit_id, before: null, after: told }, answer);
  },
});
