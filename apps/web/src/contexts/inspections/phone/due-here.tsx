import { listMine, type MyInspections } from '@changming/contract/inspections/occurrences';
import { useCallback } from 'react';

import { call } from '../../../api/call.ts';
import { go } from '../../../phone/path.ts';
import { readPart } from '../../../phone/snapshot/part-store.ts';
import { useAskKept } from '../../../phone/snapshot/use-kept.ts';
import { beginCheck } from './begin-check.ts';
import { useChecks } from './check-store.ts';
import type { Task } from './check.ts';
import { dueOf, toDo } from './due.ts';
import { myChecks } from './snapshot.ts';
import { TaskLine } from './task-line.tsx';
import { useCheckWords } from './words.ts';

type DueHereProps = {
  readonly code: string;
  /** Who scanned it; the public door knows nobody, so nothing is owed there. */
  readonly ownerId: string;
};

/** What is to be checked at the plate that was scanned: one tap begins. Nothing where there is nothing. */
export function DueHere({ code, ownerId }: DueHereProps) {
  const t = useCheckWords();
  const ask = useCallback((signal: AbortSignal) => call(listMine, { query: {}, signal }), []);
  const kept = useCallback(() => readPart<MyInspections>(ownerId, myChecks.name), [ownerId]);
  const asked = useAskKept(ask, kept);
  const records = useChecks(ownerId) ?? [];
  if (asked.state !== 'ready') return null;
  const { items, checklists } = asked.answer;
  const now = new Date();
  const here = toDo(items, now).filter((task) => task.plateCode === code && dueOf(task, now) !== 'later');
  if (here.length === 0) return null;
  const open = (task: Task) => {
    const checklist = checklists.find(({ versionId }) => versionId === task.versionId);
    const begun = records.some(({ content }) => content.task.id === task.id);
    if (checklist === undefined || begun) go(`/m/checks/${task.id}`);
    else beginCheck({ task, checklist, begun: { by: 'plate', code }, ownerId });
  };
  return (
    <section className="stack stack--near">
      <h2 className="quiet-title">{t('phone.here')}</h2>
      {here.map((task) => (
        <TaskLine
          key={task.id}
          task={task}
          checklists={checklists}
          record={records.find(({ content }) => content.task.id === task.id)}
          onPress={() => open(task)}
        />
      ))}
    </section>
  );
}
