import { addQuestionInput, retireQuestionInput, reviseQuestionInput, shippedQuestions } from '@changming/domain/training';
import { z } from 'zod';

import { type Changed, command } from '../../context.ts';
import { unitInScope } from '../../units/index.ts';
import {
  isSameKey,
  nextCode,
  questionColumns,
  questionInSight,
  questionSearchKey,
  questionToChange,
  refuseTakenCode,
  saveQuestion,
  toldQuestion,
} from './question-store.ts';

/** 新增题目. The same id again answers the same question. */
export const addQuestion = command({
  permission: 'training.editQuestions',
  name: 'training.addQuestion',
  input: addQuestionInput,
  async run(work, { id = work.newId(), unitId, code, ...given }) {
    const { tx, scope, trail } = work;
    await unitInScope(tx, scope, unitId);
    const columns = { ...questionColumns(given), code: code ?? (await nextCode(tx, unitId)) };
    const made = await tx
      .insertInto('exam_questions')
      .values({ id, unit_id: unitId, ...columns, search_key: questionSearchKey(columns.code, columns.stem) })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst()
      .catch((error: unknown) => refuseTakenCode(error, columns.code));
    if (made === undefined) return trail([], { id: (await questionInSight(tx, scope, id)).id, code: columns.code });
    return trail({ subjectId: id, unitId, before: null, after: toldQuestion(columns) }, { id, code: columns.code });
  },
});

/** Papers that were drawn keep the question as it stood when they were drawn. */
export const reviseQuestion = command({
  permission: 'training.editQuestions',
  name: 'training.reviseQuestion',
  input: reviseQuestionInput,
  async run({ tx, scope, trail }, { questionId, version, ...given }) {
    const before = await questionToChange(tx, scope, { questionId, version });
    const columns = questionColumns(given);
    await saveQuestion(tx, before, { ...columns, search_key: questionSearchKey(before.code, columns.stem) });
    const told = {
      before: toldQuestion(before),
      after: { ...toldQuestion({ ...before, ...columns }), keyChanged: !isSameKey(before, columns) },
    };
    return trail({ subjectId: questionId, unitId: before.unit_id, ...told }, { id: questionId, version: version + 1 });
  },
});

/** 停用: drawn no more from that day on. */
export const retireQuestion = command({
  permission: 'training.editQuestions',
  name: 'training.retireQuestion',
  input: retireQuestionInput,
  async run({ tx, scope, trail }, { questionId, version, on }) {
    const before = await questionToChange(tx, scope, { questionId, version });
    await saveQuestion(tx, before, { retired_on: on });
    const told = { before: { retiredOn: before.retired_on }, after: { code: before.code, retiredOn: on } };
    return trail({ subjectId: questionId, unitId: before.unit_id, ...told }, { id: questionId, version: version + 1 });
  },
});

/** 集团题库: puts the questions that come with the product where they are not yet, as the headquarters' own, and leaves alone what is there. */
export const installQuestions = command({
  permission: 'training.sweep',
  name: 'training.installQuestions',
  input: z.strictObject({}),
  async run({ tx, newId, trail }) {
    const root = await tx.selectFrom('units').select('id').where('parent_id', 'is', null).executeTakeFirst();
    if (root === undefined) return trail([], { installed: 0 });
    const known = await tx.selectFrom('exam_questions').select('code').where('unit_id', '=', root.id).execute();
    const there = new Set(known.map(({ code }) => code));
    const missing = shippedQuestions.filter(({ code }) => !there.has(code));
    if (missing.length === 0) return trail([], { installed: 0 });
    const rows = missing.map(({ code, ...question }) => ({
      ...questionColumns({ ...question, options: [...question.options], answer: [...question.answer] }),
      id: newId(),
      unit_id: root.id,
      code,
      search_key: questionSearchKey(code, question.stem),
    }));
    await tx.insertInto('exam_questions').values(rows).execute();
    const changed: Changed = { subjectId: root.id, unitId: root.id, before: null, after: { installed: rows.length } };
    return trail(changed, { installed: rows.length });
  },
});
