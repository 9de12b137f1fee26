import { type Tables, toPage, when } from '@changming/database';
import { keyOf, refuse } from '@changming/domain/kernel';
import { mostQuestions, type QuestionFilter, questionFilter } from '@changming/domain/training';
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import { command, query, type Reading } from '../../context.ts';
import { rangesOf } from '../../units/index.ts';
import { mayKeep, ownedInSight } from '../sight.ts';

const shown = [
  'q.id',
  'q.unit_id as unitId',
  'u.name as unit',
  'q.code',
  'q.kind',
  'q.topic',
  'q.level',
  'q.difficulty',
  'q.stem',
  'q.options',
  'q.answer',
  'q.clause',
  'q.explanation',
  'q.retired_on as retiredOn',
  'q.version',
  'q.search_key as searchKey',
  'u.lo',
] as const;

type Asked = Omit<QuestionFilter, 'after' | 'limit'>;

async function picked(work: Reading, { unitId, own, retired, ...filter }: Asked) {
  const ranges = await rangesOf(work, { unitId, withBelow: own !== true });
  return work.tx
    .selectFrom('exam_questions as q')
    .innerJoin('units as u', 'u.id', 'q.unit_id')
    .select(shown)
    .where(ownedInSight(ranges))
    .$if(own === true && unitId !== undefined, (each) => each.where('q.unit_id', '=', unitId ?? ''))
    .where('q.retired_on', retired === true ? 'is not' : 'is', null)
    .where((eb) => eb.and(conditions(eb as never, filter)))
    .orderBy('q.search_key')
    .orderBy('q.id');
}

type Seen = ExpressionBuilder<Tables & { q: Tables['exam_questions'] }, 'q'>;

function conditions(eb: Seen, { kind, topic, level, difficulty, q }: Omit<Asked, 'unitId' | 'own' | 'retired'>) {
  return [
    ...when(kind, (is) => eb('q.kind', 'in', is)),
    ...when(topic, (is) => eb('q.topic', 'in', is)),
    ...when(level, (is) => eb('q.level', 'in', is)),
    ...when(difficulty, (is) => eb('q.difficulty', 'in', is)),
    ...when(q, (typed) => sql<SqlBool>`q.search_key like ${`%${keyOf(typed).replace(/[\\%_]/g, '\\$&')}%`}`),
  ];
}

/** 题库: the questions of the caller's branches and of the units above them, with their answers. */
export const listQuestions = query({
  permission: 'training.readQuestions',
  async run(work, { after, limit, ...filter }: QuestionFilter) {
    const rows = await (await picked(work, filter))
      .$if(after !== undefined, (each) =>
        each.where((eb) => eb(eb.refTuple('q.search_key', 'q.id'), '>', eb.tuple(after?.[0] ?? '', after?.[1] ?? ''))),
      )
      .limit(limit + 1)
      .execute();
    return toPage(
      rows,
      limit,
      ({ searchKey, id }) => `${searchKey}~${id}`,
      ({ searchKey: _searchKey, lo, ...row }) => ({ ...row, may: { edit: mayKeep(work, 'training.editQuestions', lo) } }),
    );
  },
});

const exported = questionFilter.omit({ after: true, limit: true, own: true, retired: true }).extend({});

/** 导出题库, to be changed and brought back; the trail says who took how many. */
export const exportQuestions = command({
  permission: 'training.readQuestions',
  name: 'training.exportQuestions',
  input: exported,
  toldOnce: true,
  async run(work, filter) {
    const rows = await (await picked(work, filter)).limit(mostQuestions + 1).execute();
    if (rows.length > mostQuestions) refuse('invalid', 'training.ledger_too_large', { most: mostQuestions });
    const told = { list: 'questions', rows: rows.length };
    return work.trail({ subjectId: work.newId(), unitId: filter.unitId ?? null, before: null, after: told }, { rows, today: work.today });
  },
});

/** Refuses whoever may not read the bank, before a template is made for him. */
export const mayReadQuestions = query({ permission: 'training.readQuestions', run: async () => true });

/** Refuses whoever may not change the bank of a unit, before a workbook is read for him. */
export const mayEditQuestions = query({
  permission: 'training.editQuestions',
  async run(work, { unitId }: { unitId: string }) {
    await rangesOf(work, { unitId });
    return true;
  },
});
