import { PlusOutlined } from '@ant-design/icons';
import { keyAreas } from '@changming/domain/hazards';
import { roundKinds } from '@changming/domain/inspections';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { wholeList } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { dayOf } from '../../../ui/dates.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { type Checklist, checklistsQuery } from '../checklist-queries.ts';
import { CreateChecklist } from '../checklists/create-checklist.tsx';
import { Flag } from '../components/flag.tsx';
import { checklistName } from '../words.ts';
import '../inspections.css';

const route = getRouteApi('/desk/inspections/checklists');

/** 检查表: the library of the group and what the units add to it. */
export function ChecklistsPage() {
  const { t, i18n } = useTranslation(['inspections', 'hazards']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const toChecklist = (checklistId: string) => void navigate({ to: '/inspections/checklists/$checklistId', params: { checklistId } });
  const [creating, setCreating] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = wholeList(useQuery(checklistsQuery(search)));
  const edits = mayAnywhere(useMe(), 'inspections.editChecklists');
  return (
    <>
      <PageHeader
        title={t('desk.checklists.title')}
        lead={t('desk.checklists.lead')}
        actions={
          edits && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
              {t('desk.checklists.create')}
            </Button>
          )
        }
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Checklist>
        name="inspections.checklists"
        columns={columnsOf(t, i18n.language)}
        list={list}
        onOpen={({ id }) => toChecklist(id)}
        empty={<EmptyState title={t('desk.checklists.empty')} next={t('desk.checklists.emptyNext')} />}
      />
      {creating && <CreateChecklist base={null} onClose={() => setCreating(false)} onCreated={toChecklist} />}
    </>
  );
}

type Words = TFunction<['inspections', 'hazards']>;

function columnsOf(t: Words, language: string): DataColumn<Checklist>[] {
  return [
    { id: 'name', title: t('desk.checklists.name'), width: 240, render: (checklist) => checklistName(checklist, language) },
    { id: 'code', title: t('desk.checklists.code'), width: 104, render: ({ code }) => <code>{code}</code> },
    { id: 'kind', title: t('desk.kind'), width: 104, render: ({ kind }) => t(`roundKinds.${kind}`) },
    { id: 'keyArea', title: t('desk.keyArea'), width: 128, render: ({ keyArea }) => t(`hazards:keyAreas.${keyArea}`) },
    { id: 'unit', title: t('desk.checklists.owner'), width: 208, render: (checklist) => <Owner checklist={checklist} t={t} /> },
    { id: 'items', title: t('desk.checklists.items'), width: 88, numeric: true, render: ({ items }) => items },
    { id: 'plans', title: t('desk.checklists.plans'), width: 88, numeric: true, render: ({ plans }) => plans },
    { id: 'state', title: t('desk.checklists.state'), width: 196, render: (checklist) => <State checklist={checklist} t={t} /> },
  ];
}

type Cell = { readonly checklist: Checklist; readonly t: Words };

function Owner({ checklist: { unit, base }, t }: Cell) {
  return (
    <>
      {unit}
      {base !== null && <span className="inspections-quiet"> {t('desk.checklists.extends', { base })}</span>}
    </>
  );
}

function State({ checklist: { number, publishedAt, retiredOn }, t }: Cell) {
  if (retiredOn !== null) return <StatusTag tone="neutral">{t('desk.checklists.retired', { on: retiredOn })}</StatusTag>;
  if (number === null || publishedAt === null) return <StatusTag tone="waiting">{t('desk.checklists.unpublished')}</StatusTag>;
  return <StatusTag tone="done">{t('desk.checklists.published', { number, on: dayOf(publishedAt) })}</StatusTag>;
}

function fieldsOf(t: Words): QueryField[] {
  const areas = keyAreas.map((area) => ({ value: area, label: t(`hazards:keyAreas.${area}`) }));
  const kinds = roundKinds.map((kind) => ({ value: kind, label: t(`roundKinds.${kind}`) }));
  return [
    { name: 'q', label: t('desk.checklists.name'), control: <Input allowClear maxLength={40} placeholder={t('desk.checklists.hint')} /> },
    {
      name: 'keyArea',
      label: t('desk.keyArea'),
      control: <Select mode="multiple" allowClear maxTagCount="responsive" optionFilterProp="label" options={areas} />,
    },
    { name: 'kind', label: t('desk.kind'), control: <Select mode="multiple" allowClear maxTagCount="responsive" options={kinds} /> },
    { name: 'retired', label: t('desk.checklists.state'), control: <Flag label={t('desk.checklists.withRetired')} /> },
  ];
}
