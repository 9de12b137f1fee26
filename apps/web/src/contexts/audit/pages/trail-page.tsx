import { acts, permissionActs } from '@changming/phrases/zh-CN/audit';
import { getRouteApi } from '@tanstack/react-router';
import { Input, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { type DayRange, DayRangePicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { type PickedUnit, UnitPicker } from '../../../ui/unit-picker.tsx';
import { unitSource } from '../../units/queries.ts';
import { SubjectName } from '../components/record-name.tsx';
import { SealingLine } from '../components/sealing-line.tsx';
import { TrailDrawer } from '../components/trail-drawer.tsx';
import { useActName, useEntryName, useActorName } from '../components/trail-words.ts';
import { type TrailEntry, trailQuery } from '../queries.ts';

const route = getRouteApi('/desk/audit/trail');

/** Every act that the trail can name. */
const verbs = [...new Set([...Object.keys(permissionActs), ...Object.keys(acts)])].toSorted();

type Asked = {
  readonly who?: string | undefined;
  readonly verb?: string | undefined;
  readonly period?: DayRange | undefined;
  readonly subjectId?: string | undefined;
  readonly unit?: PickedUnit | null | undefined;
};

/** 审计轨迹, newest first: for the audit administrator. */
export function TrailPage() {
  const { t } = useTranslation('audit');
  const { open, personId, who, from, to, verb, subjectId, unitId } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(trailQuery({ personId, who, from, to, verb, subjectId, unitId }));
  const unitName = list.rows[0]?.unit;
  return (
    <>
      <PageHeader title={t('desk.title')} lead={t('desk.lead')} actions={<SealingLine />} />
      <QueryBar<Asked>
        fields={useFields()}
        values={{
          who,
          verb,
          subjectId,
          unit: unitId === undefined ? undefined : { id: unitId, name: unitName ?? '…' },
          period: { from, to },
        }}
        onSearch={({ period, unit, ...values }) => void navigate({ search: { personId, unitId: unit?.id, ...period, ...values } })}
      />
      <DataTable<TrailEntry>
        name="audit.trail"
        columns={useColumns()}
        list={list}
        onOpen={({ id }) => void navigate({ search: (now) => ({ ...now, open: id }) })}
        toolbar={
          personId !== undefined && (
            <Tag closable onClose={() => void navigate({ search: (now) => ({ ...now, personId: undefined }) })}>
              {t('desk.onlyOf', { name: list.rows[0]?.person ?? '…' })}
            </Tag>
          )
        }
        empty={<EmptyState title={t('desk.empty')} next={t('desk.emptyNext')} />}
      />
      <TrailDrawer
        entry={list.rows.find(({ id }) => id === open) ?? null}
        onClose={() => void navigate({ search: (now) => ({ ...now, open: undefined }) })}
        onNarrow={(narrowed) => void navigate({ search: narrowed })}
      />
    </>
  );
}

function useFields() {
  const { t } = useTranslation('audit');
  const actName = useActName();
  return [
    { name: 'who', label: t('desk.who'), control: <Input allowClear maxLength={40} placeholder={t('desk.whoHint')} /> },
    {
      name: 'verb',
      label: t('desk.verb'),
      control: (
        <Select
          allowClear
          placeholder={t('desk.anyVerb')}
          showSearch={{ optionFilterProp: 'label' }}
          options={verbs.map((value) => ({ value, label: actName(value) }))}
        />
      ),
    },
    { name: 'period', label: t('desk.period'), control: <DayRangePicker /> },
    { name: 'unit', label: t('desk.unit'), control: <UnitPicker source={unitSource} /> },
    { name: 'subjectId', label: t('desk.subject'), control: <Input allowClear placeholder={t('desk.subjectHint')} /> },
  ];
}

function useColumns(): DataColumn<TrailEntry>[] {
  const { t } = useTranslation('audit');
  const entryName = useEntryName();
  const actorName = useActorName();
  return [
    { id: 'at', title: t('desk.at'), width: 160, render: ({ at }) => instantText(at) },
    { id: 'who', title: t('desk.who'), width: 130, render: actorName },
    { id: 'verb', title: t('desk.verb'), width: 240, render: entryName },
    { id: 'about', title: t('desk.about'), width: 220, render: (entry) => <SubjectName entry={entry} /> },
    { id: 'unit', title: t('desk.unit'), width: 220, render: ({ unit }) => unit ?? '—' },
    { id: 'via', title: t('desk.via'), width: 110, render: ({ via }) => t(`desk.vias.${via}`) },
    { id: 'ip', title: t('desk.ip'), width: 140, render: ({ ip }) => ip ?? '—' },
    { id: 'subject', title: t('desk.subject'), width: 300, hiddenAtFirst: true, render: ({ subjectId }) => subjectId },
  ];
}
