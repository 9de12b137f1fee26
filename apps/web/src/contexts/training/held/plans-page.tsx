import { getRouteApi } from '@tanstack/react-router';
import { PlusOutlined } from '@ant-design/icons';
import { App, Button, InputNumber } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { newId } from '../../../api/new-id.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { sentenceOf } from '../../../ui/sentence-of.ts';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { PlanDrawer } from './plan-drawer.tsx';
import { draftPlan, plansQuery, type TrainingPlan, useTrainingAct } from './queries.ts';

const route = getRouteApi('/desk/training/plans');

/** 年度培训计划. */
export function PlansPage() {
  const { t } = useTranslation('training');
  const { plan, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const fields = useMemo(() => fieldsOf(t), [t]);
  const list = useKeyset(plansQuery(search));
  const open = (id: string) => void navigate({ search: { ...search, plan: id } });
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: true }}
          onChoose={({ unitId }) => void navigate({ search: { ...search, unitId: unitId ?? undefined } })}
        />
      }
    >
      <PageHeader
        title={t('held.plans.title')}
        lead={t('held.plans.lead')}
        actions={<DraftButton unitId={search.unitId} year={search.year} onDone={open} />}
      />
      <QueryBar fields={fields} values={search} onSearch={(values) => void navigate({ search: values })} />
      <DataTable<TrainingPlan>
        name="training.plans"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => open(id)}
        empty={<EmptyState title={t('held.plans.empty')} next={t('held.plans.emptyNext')} />}
      />
      <PlanDrawer planId={plan ?? null} onClose={() => void navigate({ search })} />
    </SplitPage>
  );
}

type DraftProps = { readonly unitId: string | undefined; readonly year: number | undefined; readonly onDone: (id: string) => void };

function DraftButton({ unitId, year, onDone }: DraftProps) {
  const { t } = useTranslation('training');
  const { message } = App.useApp();
  const me = useMe();
  const draft = useTrainingAct(draftPlan);
  if (!mayAnywhere(me, 'training.plan')) return null;
  const begin = () => {
    if (unitId === undefined) {
      void message.info(t('held.plans.emptyNext'));
      return;
    }
    const wanted = { id: newId(), unitId, year: year ?? Number(dayOf(new Date()).slice(0, 4)) };
    draft.mutate(wanted, { onSuccess: ({ id }) => onDone(id), onError: (error) => void message.error(sentenceOf(error)) });
  };
  return (
    <Button type="primary" icon={<PlusOutlined />} loading={draft.isPending} onClick={begin}>
      {t('held.plans.act')}
    </Button>
  );
}

function columnsOf(t: TFunction<'training'>): DataColumn<TrainingPlan>[] {
  return [
    { id: 'unit', title: t('held.unit'), render: ({ unit, year }) => `${unit} ${year}` },
    { id: 'lines', title: t('held.plans.lines'), width: 96, numeric: true, render: ({ lines }) => lines },
    { id: 'held', title: t('held.plans.held'), width: 96, numeric: true, render: ({ held }) => held },
    {
      id: 'state',
      title: t('held.state'),
      width: 120,
      render: ({ state }) => <StatusTag tone={state === 'approved' ? 'done' : 'waiting'}>{t(`held.plans.states.${state}`)}</StatusTag>,
    },
  ];
}

function fieldsOf(t: TFunction<'training'>): QueryField[] {
  return [{ name: 'year', label: t('held.plans.year'), control: <InputNumber min={2000} max={2200} /> }];
}
