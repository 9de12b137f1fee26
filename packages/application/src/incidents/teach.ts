import { assignLessonInput } from '@changming/domain/incidents';
import { refuse } from '@changming/domain/kernel';

import { type Changed, command, type Writing } from '../context.ts';
import { addLibraryItem, assignTraining } from '../training/index.ts';
import { unitInScope } from '../units/index.ts';
import { noteEvent } from './events.ts';
import { incidentWithFacts, type StoredIncident } from './store.ts';

/** 案例入库: what happened, why, and what is to be learnt, in the words of those who wrote it. Closing again revises it. */
export async function intoLibrary(work: Writing, row: StoredIncident, lesson: string) {
  const investigation = await work.tx
    .selectFrom('incident_investigations')
    .select(['direct_cause'])
    .where('incident_id', '=', row.id)
    .executeTakeFirst();
  const parts = [row.text, investigation?.direct_cause ?? null, lesson].filter((part) => part !== null);
  return addLibraryItem(work, {
    kind: 'accidentCase',
    title: titleOf(row),
    text: parts.join('\n\n'),
    unitId: row.unit_id,
    originId: row.id,
  });
}

type Taught = { readonly unitId: string; readonly dueOn: string };

/** 事故教育培训 of a unit, to be held by a day. */
export async function teach(work: Writing, row: StoredIncident, { unitId, dueOn }: Taught): Promise<Changed[]> {
  const unit = await unitInScope(work.tx, work.scope, unitId);
  if (dueOn < work.today) refuse('invalid', 'incidents.training_in_past');
  const { changed } = await assignTraining(work, {
    unitId: unit.id,
    category: 'accidentCase',
    title: titleOf(row),
    aboutId: row.id,
    dueOn,
  });
  return [changed];
}

/** 布置事故教育培训 while the case runs or after it: held, it proves that people were educated. */
export const assignLesson = command({
  permission: 'incidents.record',
  name: 'incidents.assignLesson',
  input: assignLessonInput,
  async run(work, { incidentId, unitId, dueOn }) {
    const row = await incidentWithFacts(work, incidentId);
    const changed = await teach(work, row, { unitId, dueOn });
    await noteEvent(work, incidentId, { step: 'assignLesson', facts: { dueOn } });
    const sessionId = changed.map(({ subjectId }) => subjectId).join();
    return work.trail([...changed, { subjectId: incidentId, unitId: row.unit_id, before: null, after: { sessionId, dueOn } }], {
      id: sessionId,
    });
  },
});

function titleOf({ number, text }: StoredIncident): string {
  return `${number} ${Array.from(text.replaceAll(/\s+/g, ' ')).slice(0, 40).join('')}`;
}
