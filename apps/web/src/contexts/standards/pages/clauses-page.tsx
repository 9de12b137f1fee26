import { PlusOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { ClauseDrawer } from '../components/clause-drawer.tsx';
import { KeepClause } from '../components/keep-clause.tsx';
import { StandardsHeader } from '../components/standards-header.tsx';
import { useMayEdit } from '../may-edit.ts';
import { type Clause, clausesQuery } from '../queries.ts';
import { validityWords } from '../rule-words.ts';

const route = getRouteApi('/desk/standards/clauses');

/** 条款库: found by words, as it stood on a day. */
export function ClausesPage() {
  const { t } = useTranslation('standards');
  const { clause, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [entering, setEntering] = useState(false);
  const [fields, columns] = useMemo(() => [fieldsOf(t), columnsOf(t)], [t]);
  const edits = useMayEdit();
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEntering(true)}>
      {t('desk.clauses.create')}
    </Button>
  );
  return (
    <>
      <StandardsHeader tab="clauses" actions={edits ? create : null} />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Clause>
        name="standards.clauses"
        columns={columns}
        list={useKeyset(clausesQuery(search))}
        onOpen={({ code }) => void navigate({ search: { ...search, clause: code } })}
        empty={<EmptyState title={t('desk.clauses.empty')} next={t('desk.clauses.emptyNext')} />}
      />
      {clause !== undefined && <ClauseDrawer key={clause} code={clause} onClose={() => void navigate({ search })} />}
      {entering && <KeepClause onClose={() => setEntering(false)} />}
    </>
  );
}

function columnsOf(t: TFunction<'standards'>): DataColumn<Clause>[] {
  return [
    { id: 'title', title: t('desk.clauses.name'), render: ({ title }) => title },
    { id: 'code', title: t('desk.clauses.code'), width: 150, render: ({ code }) => <code>{code}</code> },
    { id: 'kind', title: t('desk.clauses.kind'), width: 88, render: ({ kind }) => t(`clauseKinds.${kind}`) },
    {
      id: 'source',
      title: t('desk.source'),
      width: 268,
      render: ({ source, article }) => <TwoLines first={source} second={article} />,
    },
    { id: 'valid', title: t('desk.fullTitle'), width: 172, render: (clause) => validityWords(clause, t) },
    { id: 'certainty', title: t('desk.certainty'), width: 144, render: ({ certainty }) => t(`certainties.${certainty}`) },
  ];
}

function fieldsOf(t: TFunction<'standards'>): QueryField[] {
  return [
    {
      name: 'q',
      label: t('desk.clauses.search'),
      control: <Input allowClear maxLength={40} placeholder={t('desk.clauses.searchHint')} />,
    },
    { name: 'on', label: t('desk.onDay'), control: <DayPicker placeholder={t('desk.today')} /> },
  ];
}
