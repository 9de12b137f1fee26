import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { Countdown } from '../../../ui/countdown.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ActDrawer } from '../acts/act-drawer.tsx';
import { hazardQuery, type OwnTask, ownTasksQuery } from '../queries.ts';
import './look-backs.css';

/** What was given to me to look back on, by the month in which it is due. */
export function OwnLookBacks({ onOpen }: { readonly onOpen: (hazardId: string) => void }) {
  const { t } = useTranslation('hazards');
  const { data, error, refetch } = useQuery(ownTasksQuery);
  const [concluding, setConcluding] = useState<string | null>(null);
  return (
    <Panel title={t('desk.lookBacks.mine')}>
      {error !== null && <ErrorState small error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 3 }} />}
      {data !== undefined && <Months tasks={data.items.filter(isLookBack)} onOpen={onOpen} onConclude={setConcluding} />}
      {concluding !== null && <Conclude hazardId={concluding} onClose={() => setConcluding(null)} />}
    </Panel>
  );
}

function isLookBack({ verb }: OwnTask): boolean {
  return verb === 'hazards.lookBack';
}

type MonthsProps = {
  readonly tasks: readonly OwnTask[];
  readonly onOpen: (hazardId: string) => void;
  readonly onConclude: (hazardId: string) => void;
};

function Months({ tasks, onOpen, onConclude }: MonthsProps) {
  const { t } = useTranslation('hazards');
  if (tasks.length === 0) return <EmptyState small title={t('desk.lookBacks.mineEmpty')} next={t('desk.lookBacks.mineEmptyNext')} />;
  return [...Map.groupBy(tasks, ({ dueOn }) => dueOn?.slice(0, 7) ?? '—')].map(([month, due]) => (
    <section key={month}>
      <h3 className="look-backs__month">{t('desk.lookBacks.month', { month })}</h3>
      <ul className="look-backs__tasks">
        {due.map((task) => (
          <Task key={task.id} task={task} onOpen={() => onOpen(task.id)} onConclude={() => onConclude(task.id)} />
        ))}
      </ul>
    </section>
  ));
}

type TaskProps = { readonly task: OwnTask; readonly onOpen: () => void; readonly onConclude: () => void };

function Task({ task, onOpen, onConclude }: TaskProps) {
  const { t } = useTranslation('hazards');
  return (
    <li>
      <span className="look-backs__what">
        <button type="button" className="data-table__handle" onClick={onOpen}>
          {task.number}
        </button>
        <span>{t(`categories.${task.category}`)}</span>
        <small className="hazard-quiet">{[task.unit, task.place].filter(Boolean).join(' · ')}</small>
      </span>
      <Countdown dueOn={task.dueOn} />
      <Button size="small" aria-label={`${t('desk.lookBacks.conclude')} ${task.number}`} onClick={onConclude}>
        {t('desk.lookBacks.conclude')}
      </Button>
    </li>
  );
}

function Conclude({ hazardId, onClose }: { readonly hazardId: string; readonly onClose: () => void }) {
  const { data: hazard } = useQuery(hazardQuery(hazardId));
  if (hazard === undefined) return null;
  return <ActDrawer hazard={hazard} act="concludeLookBack" onClose={onClose} />;
}
