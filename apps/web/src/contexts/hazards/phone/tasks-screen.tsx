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
import { hazardsToAccept, hazardsToDecide, hazardsToTriage, hazardTasks } from './snapshot.ts';
import { firstList, openList, rememberList, type TaskList } from './task-list.ts';
import { ToAccept } from './to-accept.tsx';
import { ToDecide } from './to-decide.tsx';
import { ToRectify } from './to-rectify.tsx';
import { ToTriage } from './to-triage.tsx';
import { useHazardWords } from './words.ts';
import './hazards.css';

const lists = { work: ToRectify, triage: ToTriage, accept: ToAccept, decide: ToDecide, own: OwnReports } as const;

/** 我的任务 */
export function TasksScreen() {
  const shell = useShellWords();
  const waiting = useWaiting();
  const tabs = useTabs(waiting);
  const [chosen, setChosen] = useState<TaskList | null>(openList);
  const open =
    chosen ?? firstList({ work: waiting.work, triage: waiting.triage ?? 0, accept: waiting.accept ?? 0, decide: waiting.decide ?? 0 });
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
type Waits = { readonly work: number; readonly triage: number | null; readonly accept: number | null; readonly decide: number | null };

function useWaiting(): Waits {
  const { me } = useSession();
  const [tasks, triage] = [usePart(hazardTasks), usePart(hazardsToTriage)];
  const [accept, decide] = [usePart(hazardsToAccept), usePart(hazardsToDecide)];
  const held = (may: boolean, count = 0) => (may ? count : null);
  return {
    work: tasks?.length ?? 1,
    triage: held(mayAnywhere(me, 'hazards.triage'), triage),
    accept: held(mayAnywhere(me, 'hazards.accept'), accept),
    decide: held(mayAnywhere(me, 'hazards.decideExtension'), decide),
  };
}

type TaskTab = { readonly value: TaskList; readonly label: string };

const counted = [
  ['triage', 'toTriage.tab', 'toTriage.count'],
  ['accept', 'phone.tabAccept', 'phone.tabAcceptCount'],
  ['decide', 'requests.tab', 'requests.count'],
] as const;

function useTabs(waits: Waits): TaskTab[] {
  const t = useHazardWords();
  const tabs = counted.flatMap(([value, none, some]) => {
    const count = waits[value];
    return count === null ? [] : [{ value, label: count === 0 ? t(none) : t(some, { count }) }];
  });
  return [{ value: 'work', label: t('phone.tabWork') }, ...tabs, { value: 'own', label: t('phone.tabOwn') }];
}
