import { go } from '../../../phone/path.ts';
import { OutboxLink } from '../../../phone/outbox/outbox-link.tsx';
import { useSession } from '../../../phone/session.tsx';
import { AsOf } from '../../../phone/snapshot/as-of.tsx';
import { useKept } from '../../../phone/snapshot/use-kept.ts';
import { Card } from '../../../phone/ui/card.tsx';
import { Failure, Notice, Waiting } from '../../../phone/ui/notice.tsx';
import { Screen } from '../../../phone/ui/screen.tsx';
import { useChecks } from './check-store.ts';
import { dueOf, toDo } from './due.ts';
import { placeOf } from './place-of.ts';
import { myChecks } from './snapshot.ts';
import { TaskLine } from './task-line.tsx';
import { useCheckWords } from './words.ts';

/** 今日检查: what is to be checked today, with a network or without. */
export function TodayScreen() {
  const t = useCheckWords();
  const { me } = useSession();
  const asked = useKept(myChecks);
  const records = useChecks(me.account.id) ?? [];
  return (
    <Screen title={t('phone.tab')} back="/m/tasks">
      <div className="stack stack--near">
        <OutboxLink />
        {asked.state === 'waiting' && <Waiting />}
        {asked.state === 'failed' && <Failure error={asked.error} onRetry={asked.again} />}
        {asked.state === 'ready' && <Tasks {...asked} records={records} />}
      </div>
    </Screen>
  );
}

type Ready = Extract<ReturnType<typeof useKept<Awaited<ReturnType<typeof myChecks.read>>>>, { state: 'ready' }>;
type TasksProps = Ready & { readonly records: NonNullable<ReturnType<typeof useChecks>> };

function Tasks({ answer: { items, checklists }, asOf, records }: TasksProps) {
  const t = useCheckWords();
  const now = new Date();
  const handedIn = (id: string) => records.some(({ content, passage }) => content.task.id === id && passage.standing.is === 'arrived');
  const open = toDo(items, now).filter(({ id }) => !handedIn(id));
  const done = items.filter((task) => dueOf(task, now) === 'over' || handedIn(task.id)).length;
  return (
    <>
      <AsOf at={asOf} />
      {open.length === 0 && <Notice title={t('phone.empty')} next={t('phone.emptyNext')} />}
      {open.map((task) => (
        <TaskLine
          key={task.id}
          task={task}
          checklists={checklists}
          record={records.find(({ content }) => content.task.id === task.id)}
          onPress={() => go(`/m/checks/${task.id}`)}
        />
      ))}
      {done > 0 && <p className="stack__lead">{t('phone.doneCount', { count: done })}</p>}
      {items.map((task) =>
        task.resultId === null ? null : (
          <Card
            key={task.id}
            title={placeOf(task)}
            note={[task.point !== null && task.plan, task.shift !== null && t(`shifts.${task.shift}`), t('phone.correction.see')]
              .filter(Boolean)
              .join(' · ')}
            onPress={() => go(`/m/results/${task.resultId}`)}
          />
        ),
      )}
    </>
  );
}
