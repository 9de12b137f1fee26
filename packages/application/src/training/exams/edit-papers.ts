import { addPaperInput, type PaperFacts, type PaperFilter, retirePaperInput, revisePaperInput } from '@changming/domain/training';
import { refuse } from '@changming/domain/kernel';

import { command, query, type Writing } from '../../context.ts';
import { rangesOf, unitInScope } from '../../units/index.ts';
import { mayKeep, ownedInSight } from '../sight.ts';
import { paperInSight, paperToChange, passMarkFor, refuseUndrawable } from './paper-store.ts';

/** 组卷: a rule of drawing that the bank can serve today. */
export const addPaper = command({
  permission: 'training.setExams',
  name: 'training.addPaper',
  input: addPaperInput,
  async run(work, { id = work.newId(), unitId, ...given }) {
    const { tx, scope, trail } = work;
    await unitInScope(tx, scope, unitId);
    const columns = await paperColumns(work, unitId, given);
    const made = await tx
      .insertInto('exam_papers')
      .values({ id, unit_id: unitId, ...columns })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (made === undefined) return trail([], { id: (await paperInSight(tx, scope, id)).id });
    return trail({ subjectId: id, unitId, before: null, after: told(given) }, { id });
  },
});

/** Exams that are set already keep what the paper said then. */
export const revisePaper = command({
  permission: 'training.setExams',
  name: 'training.revisePaper',
  input: revisePaperInput,
  async run(work, { paperId, version, ...given }) {
    const { tx, scope, trail } = work;
    const before = await paperToChange(tx, scope, { paperId, version });
    await savePaper(work, before, await paperColumns(work, before.unit_id, given));
    const change = { subjectId: paperId, unitId: before.unit_id, before: { name: before.name }, after: told(given) };
    return trail(change, { id: paperId, version: version + 1 });
  },
});

export const retirePaper = command({
  permission: 'training.setExams',
  name: 'training.retirePaper',
  input: retirePaperInput,
  async run(work, { paperId, version, on }) {
    const before = await paperToChange(work.tx, work.scope, { paperId, version });
    await savePaper(work, before, { retired_on: on });
    const change = { subjectId: paperId, unitId: before.unit_id, before: null, after: { name: before.name, retiredOn: on } };
    return work.trail(change, { id: paperId, version: version + 1 });
  },
});

/** 试卷 of the caller's branches and of the units above them. */
export const listPapers = query({
  permission: 'training.read',
  async run(work, { unitId, retired }: PaperFilter) {
    const ranges = await rangesOf(work, { unitId });
    const items = await work.tx
      .selectFrom('exam_papers as p')
      .innerJoin('units as u', 'u.id', 'p.unit_id')
      .select(['p.id', 'p.unit_id as unitId', 'u.name as unit', 'p.name', 'p.level', 'p.draw', 'p.pass_mark as passMark', 'p.minutes'])
      .select(['p.attempts', 'p.wait_hours as waitHours', 'p.retired_on as retiredOn', 'p.version', 'u.lo'])
      .where(ownedInSight(ranges))
      .where('p.retired_on', retired === true ? 'is not' : 'is', null)
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(500)
      .execute();
    return { items: items.map(({ lo, ...paper }) => ({ ...paper, may: { edit: mayKeep(work, 'training.setExams', lo) } })) };
  },
});

async function paperColumns(
  { tx, today }: Writing,
  unitId: string,
  { name, level, draw, passMark, minutes, attempts, waitHours }: PaperFacts,
) {
  await refuseUndrawable(tx, { unitId, draw, level });
  const pass_mark = passMark ?? (await passMarkFor(tx, { unitId, on: today }));
  return { name, level, draw: JSON.stringify(draw), pass_mark, minutes, attempts, wait_hours: waitHours };
}

async function savePaper({ tx }: Writing, { id, version }: { id: string; version: number }, set: object): Promise<void> {
  const saved = await tx
    .updateTable('exam_papers')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (saved.numUpdatedRows === 0n) refuse('conflict', 'training.exams_changed_meanwhile');
}

function told({ name, level, draw, minutes, attempts }: PaperFacts) {
  return { name, level, draw, minutes, attempts };
}
