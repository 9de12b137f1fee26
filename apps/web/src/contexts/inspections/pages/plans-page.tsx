import { PlusOutlined } from '@ant-design/icons';
import { roundKinds } from '@changming/domain/inspections';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { both, TwoLines } from '../../../ui/two-lines.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { checklistsQuery } from '../checklist-queries.ts';
import { Flag } from '../components/flag.tsx';
import { orderPlansFile, type Plan, type PlanSearch, plansQuery, usePlansFile } from '../plan-queries.ts';
import { PlanDrawer } from '../plans/plan-drawer.tsx';
import { CreatePlan } from '../plans/plan-form.tsx';
import type { PlanValues } from '../plans/plan-values.ts';
import { ShortfallsPanel } from '../plans/shortfalls-panel.tsx';
import { cadenceWords, checklistName, placesWords } from '../words.ts';
import '../inspections.css';
import { inspectionFiles } from '../inspection-files.ts';

const route = getRouteApi('/desk/inspections/plans');

/** 排查计划: who checks what, where and how often. */
export function PlansPage() {
  const { t } = useTranslation('inspections');
  const { plan, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const [creating, setCreating] = useState<Partial<PlanValues> | null>(null);
  const open = (planId: string) => void navigate({ search: { ...search, plan: planId } });
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
        title={t('desk.plans.title')}
        lead={t('desk.plans.lead')}
        actions={<Actions search={search} onCreate={() => setCreating({})} />}
      />
      <ShortfallsPanel search={search} onMend={setCreating} />
      <PlanBar search={search} onSearch={(values) => void navigate({ search: values })} />
      <Plans search={search} onOpen={open} />
      <PlanDrawer planId={plan ?? null} onClose={() => void navigate({ search })} />
      {creating !== null && <CreatePlan unitId={search.unitId ?? null} begin={creating} onClose={() => setCreating(null)} onSaved={open} />}
    </SplitPage>
  );
}

function Actions({ search, onCreate }: { readonly search: PlanSearch; readonly onCreate: () => void }) {
  const { t } = useTranslation('inspections');
  const me = useMe();
  const file = usePlansFile(search);
  return (
    <>
      {mayAnywhere(me, 'inspections.export') && (
        <FileButton file={file} label={t('desk.export')} order={() => orderPlansFile(search)} orders={inspectionFiles} />
      )}
      {mayAnywhere(me, 'inspections.plan') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={onCreate}>
          {t('desk.plans.create')}
        </Button>
      )}
    </>
  );
}

function Plans({ search, onOpen }: { readonly search: PlanSearch; readonly onOpen: (planId: string) => void }) {
  const { t } = useTranslation(['inspections', 'workforce']);
  return (
    <DataTable<Plan>
      name="inspections.plans"
      columns={columnsOf(t)}
      list={useKeyset(plansQuery(search))}
      onOpen={({ id }) => onOpen(id)}
      empty={<EmptyState title={t('desk.plans.empty')} next={t('desk.plans.emptyNext')} />}
    />
  );
}

type Words = TFunction<['inspections', 'workforce']>;

function columnsOf(t: Words): DataColumn<Plan>[] {
  return [
    { id: 'name', title: t('desk.plan.name'), width: 180, render: ({ name }) => name },
    { id: 'checklist', title: t('desk.checklist.title'), width: 148, render: ({ checklist }) => checklist },
    {
      id: 'unit',
      title: both(t('desk.unit'), t('desk.plan.places')),
      width: 168,
      render: (plan) => <TwoLines first={plan.unit} second={placesWords(plan, t)} />,
    },
    {
      id: 'cadence',
      title: both(t('desk.plan.cadence'), t('desk.plan.doer')),
      width: 224,
      render: (plan) => <TwoLines first={cadenceWords(plan.cadence, t)} second={doerWords(plan, t)} />,
    },
    { id: 'kind', title: t('desk.kind'), width: 120, hiddenAtFirst: true, render: ({ kind }) => t(`roundKinds.${kind}`) },
    { id: 'from', title: t('desk.plan.from'), width: 112, hiddenAtFirst: true, render: ({ from }) => from },
    { id: 'state', title: t('desk.state'), width: 96, render: (plan) => <PlanState plan={plan} /> },
  ];
}

function doerWords({ doer, doerName }: Plan, t: Words): string {
  return doer.by === 'post' ? t(`workforce:posts.${doer.post}`) : (doerName ?? '—');
}

function PlanState({ plan: { from, until } }: { readonly plan: Plan }) {
  const { t } = useTranslation('inspections');
  const today = dayOf(new Date());
  if (until !== null && until <= today) return <StatusTag tone="neutral">{t('desk.plan.ended')}</StatusTag>;
  return from > today ? (
    <StatusTag tone="waiting">{t('desk.plan.toBegin')}</StatusTag>
  ) : (
    <StatusTag tone="done">{t('desk.plan.running')}</StatusTag>
  );
}

function PlanBar({ search, onSearch }: { readonly search: PlanSearch; readonly onSearch: (values: PlanSearch) => void }) {
  const { t, i18n } = useTranslation('inspections');
  const lists = useQuery(checklistsQuery()).data?.items;
  const fields = useMemo((): QueryField[] => {
    const checklists = (lists ?? []).map((list) => ({ value: list.id, label: `${checklistName(list, i18n.language)} ${list.code}` }));
    const kinds = roundKinds.map((kind) => ({ value: kind, label: t(`roundKinds.${kind}`) }));
    return [
      { name: 'q', label: t('desk.plan.name'), control: <Input allowClear maxLength={40} /> },
      {
        name: 'checklistId',
        label: t('desk.checklist.title'),
        control: <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={checklists} />,
      },
      { name: 'kind', label: t('desk.kind'), control: <Select mode="multiple" allowClear maxTagCount="responsive" options={kinds} /> },
      { name: 'ended', label: t('desk.state'), control: <Flag label={t('desk.plans.withEnded')} /> },
    ];
  }, [t, i18n.language, lists]);
  return <QueryBar fields={fields} values={search} onSearch={onSearch} />;
}
