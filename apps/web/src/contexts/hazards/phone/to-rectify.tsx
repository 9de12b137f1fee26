import type { OwnTask } from '@changming/contract/hazards';
import { listOwnTasks } from '@changming/contract/hazards/reads';

import { call } from '../../../api/call.ts';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Countdown, StatusTag } from '../../../phone/ui/tags.tsx';
import { useAsk } from '../../../phone/use-ask.ts';
import { TaskCard } from './task-card.tsx';
import { useHazardWords } from './words.ts';

/** 待整改 and 回头看: what was put into one's own hands, the most urgent first. */
export function ToRectify() {
  const t = useHazardWords();
  const asked = useAsk(ownTasks);
  if (asked.state === 'waiting') return <Waiting />;
  if (asked.state === 'failed') return <Failure error={asked.error} onRetry={asked.again} />;
  const { items } = asked.answer;
  if (items.length === 0) return <Notice title={t('phone.emptyWork')} next={t('phone.emptyWorkNext')} />;
  return items.map((task) => <Task key={`${task.id} ${task.verb}`} task={task} />);
}

function ownTasks(signal: AbortSignal) {
  return call(listOwnTasks, { signal });
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
