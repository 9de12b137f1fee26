import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';

import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { OccurrenceActs } from '../components/occurrence-acts.tsx';
import { letterTones, occurrenceTones } from '../look.ts';
import { type DutyOccurrence, type Letter, type OwnDuties, ownDutiesQuery, ownLettersQuery } from '../queries.ts';

/** 我的职责: what I owe, by when and by which act; what has discharged it; and my letters. */
export function MinePage() {
  const { t } = useTranslation('responsibilities');
  const letters = useQuery(ownLettersQuery);
  const duties = useQuery(ownDutiesQuery);
  return (
    <>
      <PageHeader title={t('desk.mine.title')} lead={t('desk.mine.lead')} />
      <Panel title={t('desk.mine.letters')}>
        <Loaded query={letters} rows={2}>
          {({ items }) => <OwnLetters letters={items} />}
        </Loaded>
      </Panel>
      <Loaded query={duties}>{(found) => <Duties duties={found} />}</Loaded>
    </>
  );
}

function OwnLetters({ letters }: { readonly letters: readonly Letter[] }) {
  const { t } = useTranslation(['responsibilities', 'workforce']);
  if (letters.length === 0) return <EmptyState small title={t('desk.mine.noLetters')} next={t('desk.mine.noLettersNext')} />;
  return (
    <Table<Letter>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={[...letters]}
      columns={[
        { title: t('desk.letters.year'), dataIndex: 'year', width: 80 },
        { title: t('desk.unit'), dataIndex: 'unit' },
        { title: t('desk.post'), render: (_, { post }) => t(`workforce:posts.${post}`) },
        { title: t('desk.letters.columns.dueOn'), dataIndex: 'dueOn', width: 120 },
        {
          title: t('desk.state'),
          width: 120,
          render: (_, { state }) => <StatusTag tone={letterTones[state]}>{t(`letterStates.${state}`)}</StatusTag>,
        },
        {
          title: t('desk.letter.title'),
          width: 120,
          render: (_, { id, state }) => (
            <Link to="/responsibilities/letters/$letterId" params={{ letterId: id }}>
              {state === 'issued' ? t('desk.mine.read') : t('desk.mine.look')}
            </Link>
          ),
        },
      ]}
    />
  );
}

function Duties({ duties: { items, standing } }: { readonly duties: OwnDuties }) {
  const { t, i18n } = useTranslation('responsibilities');
  const owed = items.filter(({ state }) => state === 'open' || state === 'overdue');
  const settled = items.filter(({ state }) => state !== 'open' && state !== 'overdue').toReversed();
  const english = i18n.language === 'en';
  const awaited = (records: readonly string[]) =>
    t('desk.mine.awaiting', { records: records.map((each) => t(`awaited.${each as 'drills'}`)).join('、') });
  return (
    <>
      <Panel title={t('desk.mine.owed')}>
        {owed.length === 0 ? (
          <EmptyState small title={t('desk.mine.empty')} next={t('desk.mine.emptyNext')} />
        ) : (
          <Occurrences rows={owed} />
        )}
      </Panel>
      {settled.length > 0 && (
        <Panel title={t('desk.mine.settled')}>
          <Occurrences rows={settled} />
        </Panel>
      )}
      {standing.length > 0 && (
        <Panel title={t('desk.mine.standing')}>
          <ul className="standing-duties">
            {standing.map(({ code, text, textEn, awaited: records }) => (
              <li key={code}>
                {english ? (textEn ?? text) : text}
                {records.length > 0 && `（${awaited(records)}）`}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Occurrences({ rows }: { readonly rows: readonly DutyOccurrence[] }) {
  const { t, i18n } = useTranslation('responsibilities');
  const textOf = ({ text, textEn }: DutyOccurrence) => (i18n.language === 'en' ? (textEn ?? text) : text);
  return (
    <Table<DutyOccurrence>
      rowKey="id"
      size="middle"
      pagination={rows.length > 20 ? { pageSize: 20 } : false}
      dataSource={[...rows]}
      columns={[
        { title: t('desk.duties.columns.duty'), render: (_, row) => textOf(row) },
        { title: t('desk.unit'), dataIndex: 'unit', width: 140 },
        { title: t('desk.duties.columns.period'), width: 90, render: (_, { period }) => t(`periods.${period}`) },
        { title: t('desk.due'), dataIndex: 'dueOn', width: 112 },
        {
          title: t('desk.state'),
          width: 112,
          render: (_, { state }) => <StatusTag tone={occurrenceTones[state]}>{t(`states.${state}`)}</StatusTag>,
        },
        { title: t('desk.duties.columns.proof'), width: 300, render: (_, row) => <OccurrenceActs of={row} /> },
      ]}
    />
  );
}
