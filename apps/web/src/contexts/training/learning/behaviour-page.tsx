import { PlusOutlined, SmileOutlined } from '@ant-design/icons';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { CheckBehaviour, Praise } from './behaviour-forms.tsx';
import { type BehaviourCheck, behaviourChecksQuery, type BesideSearch, type GoodAct, goodActsQuery } from './violation-queries.ts';
import './learning.css';

const route = getRouteApi('/desk/training/behaviour');

/** 行为检查与正向报告, the two sides of watching how people work. */
export function BehaviourPage() {
  const { t } = useTranslation('training');
  const { list = 'checks', unitId } = route.useSearch();
  const navigate = route.useNavigate();
  const [doing, setDoing] = useState<'check' | 'praise' | null>(null);
  const close = () => setDoing(null);
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: unitId ?? null, within: true }}
          onChoose={(chosen) => void navigate({ search: { list, unitId: chosen.unitId ?? undefined } })}
        />
      }
    >
      <PageHeader title={t('learning.behaviour.title')} lead={t('learning.behaviour.lead')} actions={<PageActs onAct={setDoing} />} />
      <Segmented
        className="learning-lists"
        value={list}
        options={(['checks', 'praise'] as const).map((value) => ({ value, label: t(`learning.behaviour.lists.${value}`) }))}
        onChange={(chosen) => void navigate({ search: { unitId, list: chosen } })}
      />
      {list === 'checks' ? <Checks search={{ unitId }} /> : <GoodActs search={{ unitId }} />}
      {doing === 'check' && <CheckBehaviour onClose={close} />}
      {doing === 'praise' && <Praise onClose={close} />}
    </SplitPage>
  );
}

function PageActs({ onAct }: { readonly onAct: (act: 'check' | 'praise') => void }) {
  const { t } = useTranslation('training');
  const me = useMe();
  return (
    <>
      {mayAnywhere(me, 'training.praise') && (
        <Button icon={<SmileOutlined />} onClick={() => onAct('praise')}>
          {t('learning.behaviour.praise')}
        </Button>
      )}
      {mayAnywhere(me, 'training.recordViolation') && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => onAct('check')}>
          {t('learning.behaviour.check')}
        </Button>
      )}
    </>
  );
}

function Checks({ search }: { readonly search: BesideSearch }) {
  const { t } = useTranslation('training');
  return (
    <DataTable<BehaviourCheck>
      name="training.checks"
      columns={checkColumns(t)}
      list={useKeyset(behaviourChecksQuery(search))}
      empty={<EmptyState title={t('learning.behaviour.checksEmpty')} next={t('learning.behaviour.checksEmptyNext')} />}
    />
  );
}

function checkColumns(t: TFunction<'training'>): DataColumn<BehaviourCheck>[] {
  const none = t('learning.none');
  return [
    { id: 'on', title: t('learning.behaviour.on'), width: 104, render: ({ on }) => on },
    { id: 'unit', title: t('learning.behaviour.unit'), width: 124, render: ({ unit }) => unit },
    { id: 'observed', title: t('learning.behaviour.observed'), width: 84, numeric: true, render: ({ observed }) => observed },
    { id: 'safe', title: t('learning.behaviour.safe'), width: 84, numeric: true, render: ({ safe }) => safe },
    {
      id: 'rate',
      title: t('learning.behaviour.rate'),
      width: 72,
      numeric: true,
      render: ({ safe, observed }) => `${Math.round((100 * safe) / observed)}%`,
    },
    {
      id: 'topics',
      title: t('learning.behaviour.topics'),
      width: 136,
      render: ({ topics }) => topics.map((topic) => t(`topics.${topic}`)).join('、') || none,
    },
    { id: 'note', title: t('learning.behaviour.note'), render: ({ note }) => note ?? none },
    { id: 'by', title: t('learning.behaviour.by'), width: 80, render: ({ by }) => by ?? none },
    { id: 'place', title: t('learning.behaviour.place'), width: 128, hiddenAtFirst: true, render: ({ place }) => place ?? none },
  ];
}

function GoodActs({ search }: { readonly search: BesideSearch }) {
  const { t } = useTranslation('training');
  return (
    <DataTable<GoodAct>
      name="training.praise"
      columns={praiseColumns(t)}
      list={useKeyset(goodActsQuery(search))}
      empty={<EmptyState title={t('learning.behaviour.praiseEmpty')} next={t('learning.behaviour.praiseEmptyNext')} />}
    />
  );
}

function praiseColumns(t: TFunction<'training'>): DataColumn<GoodAct>[] {
  const none = t('learning.none');
  return [
    { id: 'on', title: t('learning.behaviour.on'), width: 104, render: ({ on }) => on },
    { id: 'who', title: t('learning.behaviour.who'), width: 120, render: ({ who }) => who ?? none },
    { id: 'what', title: t('learning.behaviour.what'), render: ({ what }) => what },
    { id: 'unit', title: t('learning.unit'), width: 200, render: ({ unit }) => unit },
    { id: 'place', title: t('learning.behaviour.place'), width: 144, render: ({ place }) => place ?? none },
  ];
}
