import { PlusOutlined } from '@ant-design/icons';
import { caseStates, eventClasses, grades } from '@changming/domain/incidents';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { instantText } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { ReportForm } from '../acts/report-form.tsx';
import { TimeLeft } from '../components/time-left.tsx';
import '../incidents.css';
import { stateTones } from '../look.ts';
import { type Incident, incidentCountsQuery, incidentListQuery, type IncidentSearch, orderLedgerFile, useLedgerFile } from '../queries.ts';

const route = getRouteApi('/desk/incidents');

/** 事件: what runs, what is due to whom, and the ledger of all that happened. */
export function IncidentsPage() {
  const { t } = useTranslation('incidents');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: IncidentSearch) => void navigate({ search: next });
  const [reporting, setReporting] = useState(false);
  const fields = useMemo(() => fieldsOf(t), [t]);
  const open = (id: string) => void navigate({ to: '/incidents/$id', params: { id } });
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) => go({ ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false })}
        />
      }
    >
      <PageHeader
        title={t('desk.title')}
        lead={t('desk.lead')}
        actions={<PageActs search={search} onReport={() => setReporting(true)} />}
      />
      <Board search={search} onChoose={go} />
      <QueryBar fields={fields} values={search} onSearch={go} />
      <IncidentTable search={search} onOpen={open} />
      {reporting && <ReportForm onClose={() => setReporting(false)} onDone={open} />}
    </SplitPage>
  );
}

type Chosen = { readonly search: IncidentSearch; readonly onChoose: (search: IncidentSearch) => void };

/** How many run and wait for whom; every number opens its list. */
function Board({ search, onChoose }: Chosen) {
  const { t } = useTranslation('incidents');
  const { data } = useQuery(incidentCountsQuery(search.unitId));
  const place = { unitId: search.unitId, withBelow: search.withBelow };
  const tabs = [
    { name: 'unfinished', look: { unfinished: true } },
    { name: 'overdue', look: { overdue: true } },
    { name: 'toConfirm', look: { state: ['reported' as const] } },
    { name: 'toGrade', look: { ungraded: true } },
    { name: 'toApprove', look: { state: ['reportSubmitted' as const] } },
  ] as const;
  return (
    <div className="incident-board">
      {tabs.map(({ name, look }) => (
        <button key={name} type="button" className="incident-board__tab" onClick={() => onChoose({ ...place, ...look })}>
          <b className={name === 'overdue' && (data?.overdue ?? 0) > 0 ? 'incident-board__late' : undefined}>{data?.[name] ?? '—'}</b>
          {t(`desk.board.${name}`)}
        </button>
      ))}
    </div>
  );
}

const orders = { context: 'incidents', tooLong: 'incidents.document_too_large' } as const;

function PageActs({ search, onReport }: { readonly search: IncidentSearch; readonly onReport: () => void }) {
  const { t } = useTranslation('incidents');
  const me = useMe();
  const file = useLedgerFile(search);
  return (
    <>
      {mayAnywhere(me, 'incidents.export') && (
        <FileButton file={file} label={t('desk.export')} order={() => orderLedgerFile(search)} orders={orders} />
      )}
      {mayAnywhere(me, 'incidents.report') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onReport}>
          {t('desk.report.act')}
        </Button>
      )}
    </>
  );
}

function IncidentTable({ search, onOpen }: { readonly search: IncidentSearch; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('incidents');
  const list = useKeyset(incidentListQuery(search));
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <DataTable
      name="incidents.ledger"
      columns={columns}
      list={list}
      onOpen={({ id }) => onOpen(id)}
      empty={<EmptyState title={t('desk.empty')} next={t('desk.emptyNext')} />}
    />
  );
}

function columnsOf(t: TFunction<'incidents'>): DataColumn<Incident>[] {
  return [
    { id: 'number', title: t('desk.columns.number'), width: 124, render: ({ number }) => number },
    {
      id: 'state',
      title: t('desk.columns.state'),
      width: 112,
      render: ({ state }) => <StatusTag tone={stateTones[state]}>{t(`states.${state}`)}</StatusTag>,
    },
    {
      id: 'clocks',
      title: t('desk.columns.clocks'),
      width: 152,
      render: ({ nextDueAt, lateClocks }) => (
        <span className="incident-clocks">
          {nextDueAt !== null && <TimeLeft dueAt={nextDueAt} />}
          {lateClocks > 0 && <StatusTag tone="alert">{t('desk.lateClocks', { count: lateClocks })}</StatusTag>}
        </span>
      ),
    },
    { id: 'occurredAt', title: t('desk.columns.occurredAt'), width: 140, render: ({ occurredAt }) => instantText(occurredAt) },
    { id: 'unit', title: t('desk.columns.unit'), width: 116, render: ({ unit }) => unit },
    { id: 'text', title: t('desk.columns.text'), render: ({ text }) => text },
    {
      id: 'class',
      title: t('desk.columns.class'),
      width: 104,
      render: ({ eventClass, grade }) => (grade === null || grade === 'none' ? t(`classes.${eventClass}`) : t(`grades.${grade}`)),
    },
    { id: 'harm', title: t('desk.columns.harm'), width: 104, render: (row) => harmOf(row, t) },
  ];
}

/** 死 1 · 重伤 2, and a dash where nobody was hurt. */
export function harmOf(row: Pick<Incident, 'deaths' | 'serious' | 'minor' | 'missing'>, t: TFunction<'incidents'>): string {
  const said = (['deaths', 'missing', 'serious', 'minor'] as const).flatMap((each) =>
    row[each] === 0 ? [] : [`${t(`desk.harm.${each}`)} ${row[each]}`],
  );
  return said.length === 0 ? '—' : said.join(' · ');
}

function fieldsOf(t: TFunction<'incidents'>): QueryField[] {
  const choose = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  return [
    { name: 'q', label: t('desk.q'), control: <Input allowClear maxLength={40} placeholder={t('desk.qHint')} /> },
    { name: 'state', label: t('desk.columns.state'), control: choose(caseStates.map((value) => ({ value, label: t(`states.${value}`) }))) },
    {
      name: 'eventClass',
      label: t('desk.columns.class'),
      control: choose(eventClasses.map((value) => ({ value, label: t(`classes.${value}`) }))),
    },
    { name: 'grade', label: t('desk.grade'), control: choose(grades.map((value) => ({ value, label: t(`grades.${value}`) }))) },
  ];
}
