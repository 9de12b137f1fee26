import { FileExcelOutlined } from '@ant-design/icons';
import { owedByNow, trainingRoles } from '@changming/domain/training';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, InputNumber, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { PersonDrawer } from './person-drawer.tsx';
import { hoursQuery, type PersonHours, useHoursFile } from './queries.ts';

const route = getRouteApi('/desk/training/hours');
type Row = PersonHours & { readonly id: string };

/** 学时台账. */
export function HoursPage() {
  const { t } = useTranslation('training');
  const me = useMe();
  const { person, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(hoursQuery(search));
  const file = useHoursFile(search);
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) =>
            void navigate({ search: { ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false } })
          }
        />
      }
    >
      <PageHeader
        title={t('held.hours.title')}
        lead={t('held.hours.lead')}
        actions={
          mayAnywhere(me, 'training.export') && (
            <Button icon={<FileExcelOutlined />} loading={file.isPending} onClick={() => file.mutate()}>
              {t('held.hours.export')}
            </Button>
          )
        }
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Row>
        name="training.hours"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ personId }) => void navigate({ search: { ...search, person: personId } })}
        empty={<EmptyState title={t('held.hours.empty')} next={t('held.hours.emptyNext')} />}
      />
      <PersonDrawer personId={person ?? null} onClose={() => void navigate({ search })} />
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<Row>[] {
  return [
    { id: 'person', title: t('held.hours.person'), width: 120, render: ({ name }) => name },
    { id: 'staffNo', title: t('held.hours.staffNo'), width: 104, render: ({ staffNo }) => staffNo ?? t('held.none') },
    { id: 'unit', title: t('held.unit'), render: ({ unit }) => unit },
    { id: 'role', title: t('held.hours.role'), width: 132, render: ({ role }) => t(`roles.${role}`) },
    { id: 'had', title: t('held.hours.had'), width: 96, numeric: true, render: ({ hours }) => hours },
    {
      id: 'owedNow',
      title: t('held.hours.owedNow'),
      width: 120,
      numeric: true,
      render: ({ span, hoursOwed, months }) => owedByNow({ span, hours: hoursOwed }, months),
    },
    { id: 'owed', title: t('held.hours.owed'), width: 96, numeric: true, render: ({ hoursOwed }) => hoursOwed },
    {
      id: 'met',
      title: t('held.hours.met'),
      width: 104,
      render: ({ met }) => <StatusTag tone={met ? 'done' : 'waiting'}>{t(met ? 'held.hours.yes' : 'held.hours.no')}</StatusTag>,
    },
  ];
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  const roles = trainingRoles.map((value) => ({ value, label: t(`roles.${value}`) }));
  const met = [
    { value: true, label: t('held.hours.yes') },
    { value: false, label: t('held.hours.no') },
  ];
  return [
    { name: 'word', label: t('held.hours.person'), control: <Input allowClear maxLength={40} /> },
    { name: 'role', label: t('held.hours.role'), control: <Select mode="multiple" allowClear options={roles} /> },
    { name: 'met', label: t('held.hours.met'), control: <Select allowClear options={met} /> },
    { name: 'year', label: t('held.hours.year'), control: <InputNumber min={2000} max={2200} /> },
  ];
}
