import { isLeadCode, type LeadCode, leadCodes, leadPeriods, type LeadPeriod } from '@changming/domain/responsibilities';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button, InputNumber, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '../../../api/new-id.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { OccurrenceActs } from '../components/occurrence-acts.tsx';
import { WideTable } from '../components/wide-table.tsx';
import { occurrenceTones } from '../look.ts';
import { type DutyOccurrence, endQuota, leadsQuery, quotasQuery, setQuota, useResponsibilityAct } from '../queries.ts';

const route = getRouteApi('/desk/responsibilities/leads');

/** 五带头: what each first responsible person leads himself, filled by real records alone; and how often it is asked for. */
export function LeadsPage() {
  const { t } = useTranslation('responsibilities');
  const { unitId } = route.useSearch();
  const navigate = route.useNavigate();
  const board = useQuery(leadsQuery(unitId));
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          alwaysWithin
          choice={{ unitId: unitId ?? null, within: true }}
          onChoose={(choice) => void navigate({ search: choice.unitId === null ? {} : { unitId: choice.unitId } })}
        />
      }
    >
      <PageHeader title={t('desk.leads.title')} lead={t('desk.leads.lead')} />
      <Panel>
        <Loaded query={board}>
          {({ items, awaited }) =>
            items.length === 0 ? (
              <EmptyState title={t('desk.leads.empty')} next={t('desk.leads.emptyNext')} />
            ) : (
              <Board items={items} awaited={awaited} />
            )
          }
        </Loaded>
      </Panel>
      <Panel title={t('desk.leads.quota')} lead={t('desk.leads.quotaLead')}>
        {unitId === undefined ? (
          <p>{t('desk.leads.chooseUnit')}</p>
        ) : (
          <Quotas key={unitId} unitId={unitId} awaited={board.data?.awaited ?? []} />
        )}
      </Panel>
    </SplitPage>
  );
}

type Leader = { readonly id: string; readonly person: string; readonly unit: string; readonly cells: readonly DutyOccurrence[] };

function leadersOf(items: readonly DutyOccurrence[]): Leader[] {
  return [...Map.groupBy(items, ({ unitId, personId }) => `${unitId} ${personId}`)].map(([id, cells]) => ({
    id,
    person: cells[0]?.person ?? '',
    unit: cells[0]?.unit ?? '',
    cells,
  }));
}

type Awaited = readonly { readonly code: string; readonly awaited: readonly string[] }[];

/** A line a leader, a column a lead; one whose records are yet to come says so and is held against nobody. */
function Board({ items, awaited }: { readonly items: readonly DutyOccurrence[]; readonly awaited: Awaited }) {
  const { t } = useTranslation('responsibilities');
  const asked = leadCodes.filter((code) => items.some((each) => each.code === code));
  const later = leadCodes.filter((code) => !asked.includes(code) && awaited.some((each) => each.code === code));
  return (
    <WideTable<Leader>
      label={t('desk.leads.title')}
      width={820}
      rowKey="id"
      dataSource={leadersOf(items)}
      columns={[
        { title: t('desk.leads.leader'), width: 190, render: (_, { person, unit }) => `${person} · ${unit}` },
        ...asked.map((code) => ({
          title: t(`leads.${code}`),
          render: (_: unknown, { cells }: Leader) => <Cells cells={cells.filter((each) => each.code === code)} />,
        })),
        ...later.map((code) => ({
          title: t(`leads.${code}`),
          width: 130,
          render: () => <small>{t('desk.leads.awaited', { records: recordsOf(awaited, code, t) })}</small>,
        })),
      ]}
    />
  );
}

type Words = ReturnType<typeof useTranslation<'responsibilities'>>['t'];

function recordsOf(awaited: Awaited, code: string, t: Words): string {
  const records = awaited.find((each) => each.code === code)?.awaited ?? [];
  return records.map((each) => t(`awaited.${each as 'drills'}`)).join('、');
}

function Cells({ cells }: { readonly cells: readonly DutyOccurrence[] }) {
  const { t } = useTranslation('responsibilities');
  return (
    <Space direction="vertical" size={4}>
      {cells.map((cell) => (
        <div key={cell.id}>
          <StatusTag tone={occurrenceTones[cell.state]}>{t(`states.${cell.state}`)}</StatusTag> {cell.acts.length}/{cell.needed}{' '}
          {cell.dueOn}
          <OccurrenceActs of={{ ...cell, proof: [] }} />
        </div>
      ))}
    </Space>
  );
}

type Quota = {
  readonly id: string | null;
  readonly code: LeadCode;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly period: LeadPeriod;
  readonly times: number;
};
type QuotasProps = { readonly unitId: string; readonly awaited: Awaited };

function Quotas({ unitId, awaited }: QuotasProps) {
  const { t } = useTranslation('responsibilities');
  const asked = useQuery(quotasQuery(unitId));
  const note = (code: LeadCode) => {
    const records = recordsOf(awaited, code, t);
    return records === '' ? '' : `（${t('desk.leads.awaited', { records })}）`;
  };
  return (
    <Loaded query={asked} rows={5}>
      {({ items, maySet }) => (
        <Table<Quota>
          rowKey="code"
          size="small"
          pagination={false}
          dataSource={[...items]}
          columns={[
            { title: t('desk.leads.title'), render: (_, { code }) => `${isLeadCode(code) ? t(`leads.${code}`) : code}${note(code)}` },
            {
              title: t('desk.leads.times'),
              width: 140,
              render: (_, { period, times }) => t('desk.leads.ask', { period: t(`periods.${period}`), times }),
            },
            {
              title: t('desk.catalogue.origin'),
              width: 160,
              render: (_, { unit }) => (unit === null ? t('desk.leads.byProduct') : t('desk.leads.by', { unit })),
            },
            ...(maySet
              ? [
                  {
                    title: t('desk.leads.set'),
                    width: 320,
                    render: (_: unknown, quota: Quota) => <Setting key={`${quota.period} ${quota.times}`} unitId={unitId} quota={quota} />,
                  },
                ]
              : []),
          ]}
        />
      )}
    </Loaded>
  );
}

function Setting({ unitId, quota }: { readonly unitId: string; readonly quota: Quota }) {
  const { t } = useTranslation('responsibilities');
  const [period, setPeriod] = useState(quota.period);
  const [times, setTimes] = useState(quota.times);
  const set = useResponsibilityAct(setQuota);
  const end = useResponsibilityAct(endQuota);
  const error = set.error ?? end.error;
  return (
    <>
      <Space wrap>
        <Select
          aria-label={t('desk.leads.period')}
          value={period}
          options={leadPeriods.map((value) => ({ value, label: t(`periods.${value}`) }))}
          onChange={setPeriod}
        />
        <InputNumber aria-label={t('desk.leads.times')} min={1} max={99} value={times} onChange={(value) => setTimes(value ?? 1)} />
        <Button loading={set.isPending} onClick={() => set.mutate({ id: newId(), unitId, code: quota.code, period, times })}>
          {t('desk.leads.set')}
        </Button>
        {quota.id !== null && quota.unitId === unitId && (
          <Button type="link" loading={end.isPending} onClick={() => end.mutate(quota.id ?? '')}>
            {t('desk.leads.cancel')}
          </Button>
        )}
      </Space>
      {error !== null && <Alert type="error" showIcon title={sentenceOf(error)} />}
    </>
  );
}
