import { dueKinds } from '@changming/domain/equipment';
import { daysBetween } from '@changming/domain/kernel';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import '../components/equipment.css';
import { dueAddress } from '../due-address.ts';
import { dueQuery, type EquipmentDue } from '../queries.ts';
import { subjectName } from '../subject-name.ts';

const route = getRouteApi('/desk/equipment/due');
type Row = EquipmentDue & { readonly id: string; readonly today: string };

/** 设备到期: what is owed of equipment, the earliest first. */
export function DuePage() {
  const { t } = useTranslation('equipment');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(dueQuery(search));
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
      <PageHeader title={t('desk.due.title')} lead={t('desk.due.lead')} />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<Row>
        name="equipment.due"
        columns={columnsOf(t)}
        list={list}
        onOpen={(due) => router.history.push(dueAddress(due))}
        empty={<EmptyState title={t('desk.due.empty')} next={t('desk.due.emptyNext')} />}
      />
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'equipment'>): DataColumn<Row>[] {
  return [
    { id: 'subject', title: t('desk.due.subject'), width: 240, render: (due) => subjectOf(due, t) },
    { id: 'kind', title: t('desk.due.kind'), width: 152, render: ({ kind }) => t(`dueKinds.${kind}`) },
    { id: 'unit', title: t('desk.unit'), render: ({ unit }) => unit },
    { id: 'dueOn', title: t('desk.due.dueOn'), width: 120, render: ({ dueOn }) => dueOn },
    { id: 'late', title: t('desk.standing'), width: 136, render: (due) => <Late due={due} /> },
  ];
}

function subjectOf({ kind, name, no, count }: Row, t: TFunction<'equipment'>): string {
  if (kind === 'spotCheck') return t('desk.due.pieces', { count });
  return [subjectName(name, t), no].filter((each) => each !== null).join(' ');
}

function Late({ due: { dueOn, today } }: { readonly due: Row }) {
  const { t } = useTranslation('equipment');
  const days = daysBetween(dueOn, today);
  if (days > 0) return <strong className="equipment-late">{t('desk.due.late', { days })}</strong>;
  return days === 0 ? t('desk.due.onDay') : t('desk.due.left', { days: -days });
}

function fieldsOf(t: TFunction<'equipment'>): QueryField[] {
  const kinds = dueKinds.map((value) => ({ value, label: t(`dueKinds.${value}`) }));
  return [
    { name: 'kind', label: t('desk.due.kind'), control: <Select allowClear placeholder={t('desk.due.all')} options={kinds} /> },
    { name: 'overdue', label: t('desk.standing'), control: <Flag label={t('desk.due.overdue')} /> },
    { name: 'until', label: t('desk.due.until'), control: <DayPicker /> },
  ];
}
