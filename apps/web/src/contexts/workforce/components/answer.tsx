import type { Post } from '@changming/domain/workforce';
import { addDays } from '@changming/domain/kernel';
import { useQuery } from '@tanstack/react-query';
import { Skeleton, Table } from 'antd';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type Responsibility, responsibilityQuery } from '../queries.ts';
import { usePostWords } from './post-words.ts';
import './answer.css';

type Holder = Responsibility['holders'][number];
type AnswerProps = { readonly unitId: string; readonly post: Post | undefined; readonly at: string | undefined };

/** The one answer in a sentence, and under it everybody who was weighed. */
export function Answer({ unitId, post, at }: AnswerProps) {
  const { t } = useTranslation('workforce');
  const asked = { unitId, post, ...(at === undefined ? {} : { at: `${at}:00+08:00` }) };
  const found = useQuery(responsibilityQuery(asked));
  if (found.isPending) return <Skeleton active paragraph={{ rows: 4 }} />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { unit, answer, holders } = found.data;
  return (
    <Panel title={unit} lead={at === undefined ? t('desk.responsibility.now') : at.replace('T', ' ')}>
      {answer === null ? (
        <EmptyState small title={t('desk.responsibility.nobody')} next={t('desk.responsibility.nobodyNext')} />
      ) : (
        <Named answer={answer} />
      )}
      {holders.length > 0 && <Holders holders={holders} />}
    </Panel>
  );
}

function Named({ answer }: { readonly answer: NonNullable<Responsibility['answer']> }) {
  const { t } = useTranslation('workforce');
  const [first] = answer.persons;
  return (
    <div className="answer">
      <p className="answer__names">
        {answer.persons.map(({ appointmentId, name, staffNo }) => (
          <span key={appointmentId}>
            {name}
            {staffNo !== null && <small>{staffNo}</small>}
          </span>
        ))}
      </p>
      <p className="answer__post">
        {t(`posts.${answer.post}`)}
        {answer.standIn && <StatusTag tone="waiting">{t('desk.responsibility.standIn')}</StatusTag>}
        {answer.level > 0 && first !== undefined && <span>{t('desk.responsibility.above', { unit: first.unit })}</span>}
      </p>
    </div>
  );
}

function Holders({ holders }: { readonly holders: readonly Holder[] }) {
  const { t } = useTranslation('workforce');
  const words = usePostWords();
  return (
    <Table<Holder>
      rowKey="appointmentId"
      size="small"
      pagination={false}
      dataSource={[...holders]}
      columns={[
        { title: t('desk.name'), dataIndex: 'name' },
        { title: t('desk.post'), render: (_, { post, deputy }) => words({ post, deputy }) },
        { title: t('desk.unit'), dataIndex: 'unit' },
        {
          title: t('desk.responsibility.term'),
          render: (_, { from, to }) => `${from} – ${to === null ? t('desk.responsibility.openEnd') : addDays(to, -1)}`,
        },
        {
          title: t('desk.state'),
          render: (_, { away }) => (
            <StatusTag tone={away ? 'waiting' : 'done'}>{t(away ? 'desk.responsibility.away' : 'desk.responsibility.present')}</StatusTag>
          ),
        },
      ]}
    />
  );
}
