import type { MyInspections } from '@changming/contract/inspections/occurrences';

import { instantText } from '../../../ui/dates.ts';
import { StatusTag } from '../../../phone/ui/tags.tsx';
import type { CheckRecord } from './check-store.ts';
import type { Task } from './check.ts';
import { dueOf } from './due.ts';
import { placeOf } from './place-of.ts';
import { useCheckWords } from './words.ts';
import './checks.css';

type TaskLineProps = {
  readonly task: Task;
  readonly checklists: MyInspections['checklists'];
  /** What of it lies on this phone. */
  readonly record: CheckRecord | undefined;
  readonly onPress: () => void;
};

/** One thing to check: where, what, and until when. */
export function TaskLine({ task, checklists, record, onPress }: TaskLineProps) {
  const t = useCheckWords();
  const checklist = checklists.find(({ versionId }) => versionId === task.versionId);
  const items = checklist === undefined ? '' : t('phone.itemsCount', { count: checklist.items.length });
  return (
    <button type="button" className="check-task" onClick={onPress}>
      <span className="check-task__title">{placeOf(task)}</span>
      <span className="check-task__where">{[task.point === null ? null : task.plan, items, task.unit].filter(Boolean).join(' · ')}</span>
      <span className="check-task__line">
        {task.shift !== null && <StatusTag tone="neutral">{t(`shifts.${task.shift}`)}</StatusTag>}
        <DueTag task={task} />
        {record !== undefined && <Standing record={record} />}
      </span>
    </button>
  );
}

function DueTag({ task }: { readonly task: Task }) {
  const t = useCheckWords();
  const now = new Date();
  const due = dueOf(task, now);
  if (due === 'overdue') return <StatusTag tone="alert">{t('phone.overdue')}</StatusTag>;
  if (due === 'later') return <StatusTag tone="neutral">{t('phone.opens', { at: timeOrDay(instantText(task.opensAt), now) })}</StatusTag>;
  return <StatusTag tone="waiting">{t('phone.due', { at: endText(task.dueAt, now) })}</StatusTag>;
}

/** The end of a day is 24:00, not 00:00 of the next. */
function endText(at: string, now: Date): string {
  const text = instantText(at);
  if (!text.endsWith('00:00')) return timeOrDay(text, now);
  return timeOrDay(`${instantText(new Date(Date.parse(at) - 1)).slice(0, 10)} 24:00`, now);
}

/** The time alone when it is today. */
function timeOrDay(text: string, now: Date): string {
  return text.startsWith(instantText(now).slice(0, 10)) ? text.slice(11) : text.slice(5);
}

function Standing({ record: { passage } }: { readonly record: CheckRecord }) {
  const t = useCheckWords();
  const { is } = passage.standing;
  if (is === 'draft') return <StatusTag tone="moving">{t('phone.begun')}</StatusTag>;
  return is === 'arrived' ? null : <StatusTag tone="waiting">{t('phone.waitingToSend')}</StatusTag>;
}
