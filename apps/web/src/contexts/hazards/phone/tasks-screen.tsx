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
import { hazardsToAccept, hazardsToDecide, hazardTasks } from './snapshot.ts';
import { firstList, openList, rememberList, type TaskList } from './task-list.ts';
import { ToAccept } from './to-accept.tsx';
import { ToDecide } from './to-decide.tsx';
import { ToRectify } from './to-rectify.tsx';
import { useHazardWords } from './words.ts';
import './hazards.css';

const lists = { work: ToRectify, accept: ToAccept, decide: ToDecide, own: OwnReports } as const;

/** 我的任务 */
export function TasksScreen() {
  const shell = useShellWords();
  const waiting = useWaiting();
  const tabs = useTabs(waiting);
  const [chosen, setChosen] = useState<TaskList | null>(openList);
  const open = chosen ?? firstList({ work: waiting.work, accept: waiting.accept ?? 0, decide: waiting.decide ?? 0 });
  const turn = (list: TaskList) => {
    rememberList(list);
    setChosen(list);
  };
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

/** How much lies in each list; null where the list is not the reader's. */
type Waits = { readonly work: number; readonly accept: number | null; readonly decide: number | null };

function useWaiting(): Waits {
  const { me } = useSession();
  const [tasks, toAccept, toDecide] = [usePart(hazardTasks), usePart(hazardsToAccept), usePart(hazardsToDecide)];
  return {
    work: tasks?.length ?? 1,
    accept: mayAnywhere(me, 'hazards.accept') ? (toAccept ?? 0) : null,
    decide: mayAnywhere(me, 'hazards.decideExtension') ? (toDecide ?? 0) : null,
  };
}

type TaskTab = { readonly value: TaskList; readonly label: string };

function useTabs({ accept, decide }: Waits): TaskTab[] {
  const t = useHazardWords();
  const toAccept = accept === 0 ? t('phone.tabAccept') : t('phone.tabAcceptCount', { count: accept ?? 0 });
  const toDecide = decide === 0 ? t('requests.tab') : t('requests.count', { count: decide ?? 0 });
  return [
    { value: 'work', label: t('phone.tabWork') },
    ...(accept === null ? [] : [{ value: 'accept', label: toAccept } as const]),
    ...(decide === null ? [] : [{ value: 'decide', label: toDecide } as const]),
    { value: 'own', label: t('phone.tabOwn') },
  ];
}
