import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { type KeysetList, type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { wholeList } from '../../../api/keyset.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { DayChoice, StandardsHeader } from '../components/standards-header.tsx';
import { type EditionOf, editionsQuery } from '../queries.ts';
import { validityWords } from '../rule-words.ts';

const route = getRouteApi('/desk/standards/editions');

type Row = EditionOf & { readonly id: string };

/** 标准版本: which edition of a law or standard a day is judged by. */
export function EditionsPage() {
  const { t } = useTranslation('standards');
  const { on } = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useMemo(() => columnsOf(t), [t]);
  const editions = wholeList(useQuery(editionsQuery({ on })));
  const list: KeysetList<Row> = { ...editions, rows: editions.rows.map((each) => ({ ...each, id: each.topic })) };
  return (
    <>
      <StandardsHeader tab="editions" actions={<DayChoice on={on} onChoose={(day) => void navigate({ search: { on: day } })} />} />
      <DataTable<Row>
        name="standards.editions"
        columns={columns}
        list={list}
        empty={<EmptyState title={t('desk.editions.empty')} next={t('desk.editions.emptyNext')} />}
      />
    </>
  );
}

function columnsOf(t: TFunction<'standards'>): DataColumn<Row>[] {
  return [
    { id: 'name', title: t('desk.editions.name'), render: ({ inForce, former }) => inForce?.name ?? former?.name ?? '—' },
    {
      id: 'code',
      title: t('desk.editions.code'),
      width: 190,
      render: ({ inForce }) => inForce?.code ?? <span className="standards-quiet">{t('desk.editions.none')}</span>,
    },
    {
      id: 'since',
      title: t('desk.editions.since'),
      width: 200,
      render: ({ inForce }) => (inForce === null ? '—' : validityWords(inForce, t)),
    },
    {
      id: 'certainty',
      title: t('desk.certainty'),
      width: 160,
      render: ({ inForce }) => (inForce === null ? '—' : t(`certainties.${inForce.certainty}`)),
    },
    { id: 'former', title: t('desk.editions.former'), width: 240, render: ({ former }) => <FormerCell former={former} t={t} /> },
  ];
}

function FormerCell({ former, t }: Pick<EditionOf, 'former'> & { readonly t: TFunction<'standards'> }) {
  if (former === null) return '—';
  return (
    <>
      {former.code}
      {former.to !== null && <span className="standards-quiet">{t('desk.validity.to', { to: former.to })}</span>}
    </>
  );
}
