import type { OwnTask } from '@changming/contract/hazards';

import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Countdown, StatusTag } from '../../../phone/ui/tags.tsx';
import { AsOf } from '../../../phone/snapshot/as-of.tsx';
import { useKept } from '../../../phone/snapshot/use-kept.ts';
import { hazardTasks } from './snapshot.ts';
import { useKeptPictures } from './use-kept-pictures.ts';
import { TaskCard } from './task-card.tsx';
import { useHazardWords } from './words.ts';

/** 待整改 and 回头看: what was put into one's own hands, the most urgent first. */
export function ToRectify() {
  const t = useHazardWords();
  const asked = useKept(hazardTasks);
  useKeptPictures();
  if (asked.state === 'waiting') return <Waiting />;
  if (asked.state === 'failed') return <Failure error={asked.error} onRetry={asked.again} />;
  const tasks = asked.answer;
  return (
    <>
      <AsOf at={asked.asOf} />
      {tasks.length === 0 && <Notice title={t('phone.emptyWork')} next={t('phone.emptyWorkNext')} />}
      {tasks.map((task) => (
        <Task key={`${task.id} ${task.verb}`} task={task} />
      ))}
    </>
  );
}

function Task({ task }: { readonly task: OwnTask }) {
  const t = useHazardWords();
  const { unit, place, dueOn, verb, photoId } = task;
  const due = (
    <>
      {verb === 'hazards.lookBack' && <StatusTag tone="waiting">{t('phone.lookBackTask')}</StatusTag>}
      <Countdown dueOn={dueOn} />
    </>
  );
  return <TaskCard hazard={task} where={[unit, place]} photoId={photoId} due={due} />;
}
