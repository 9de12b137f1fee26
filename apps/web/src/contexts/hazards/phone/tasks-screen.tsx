import { useState } from 'react';

import { mayAnywhere } from '../../../api/may.ts';
import { OutboxLink } from '../../../phone/outbox/outbox-link.tsx';
import { OwedToday } from '../../../phone/owed-today.tsx';
import { useSession } from '../../../phone/session.tsx';
import { useShellWords } from '../../../phone/shell-words.ts';
import { usePart } from '../../../phone/snapshot/use-part.ts';
import { Screen } from '../../../phone/ui/screen.tsx';
import { Tabs } from '../../../phone/ui/tabs.tsx';
import { OwnReports } from './own-reports.tsx';
import { hazardsToAccept, hazardTasks } from './snapshot.ts';
import { firstList, openList, rememberList, type TaskList } from './task-list.ts';
import { ToAccept } from './to-accept.tsx';
import { ToRectify } from './to-rectify.tsx';
import { useHazardWords } from './words.ts';
import './hazards.css';

const lists = { work: ToRectify, accept: ToAccept, own: OwnReports } as const;

/** 我的任务 */
export function TasksScreen() {
  const shell = useShellWords();
  const t = useHazardWords();
  const { me } = useSession();
  const accepts = mayAnywhere(me, 'hazards.accept');
  const tasks = usePart(hazardTasks);
  const waiting = usePart(hazardsToAccept) ?? 0;
  const [chosen, setChosen] = useState<TaskList | null>(openList);
  const open = chosen ?? firstList({ work: tasks?.length ?? 1, accept: accepts ? waiting : 0 });
  const turn = (list: TaskList) => {
    rememberList(list);
    setChosen(list);
  };
  const tabs = [
    { value: 'work', label: t('phone.tabWork') },
    ...(accepts
      ? [{ value: 'accept', label: waiting > 0 ? t('phone.tabAcceptCount', { count: waiting }) : t('phone.tabAccept') } as const]
      : []),
    { value: 'own', label: t('phone.tabOwn') },
  ] as const;
  const Shown = lists[open];
  return (
    <Screen title={shell('phone.tasks')}>
      <Tabs tabs={tabs} open={open} onOpen={turn} />
      <div className="stack stack--near">
        <OutboxLink />
        <Shown />
        <OwedToday />
      </div>
    </Screen>
  );
}
