import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Draws } from '../components/draws.tsx';
import { HazardDrawer } from '../components/hazard-drawer.tsx';
import { OwnLookBacks } from '../components/own-look-backs.tsx';
import { ResultTag } from '../components/records.tsx';
import { TrueClosure } from '../components/true-closure.tsx';
import { type LookBackLine, type LookBackState, lookBacksQuery, lookBackStates } from '../look-back-queries.ts';
import '../hazards.css';
import '../components/look-backs.css';

const route = getRouteApi('/desk/hazards/look-backs');

/** 回头看: what I have to look at, how all of them stand, and how much of the closing was true. */
export function LookBacksPage() {
  const { t } = useTranslation('hazards');
  const { hazard } = route.useSearch();
  const navigate = route.useNavigate();
  const open = (hazardId: string) => void navigate({ search: { hazard: hazardId } });
  return (
    <>
      <PageHeader title={t('desk.lookBacks.title')} lead={t('desk.lookBacks.lead')} />
      <div className="look-backs">
        <OwnLookBacks onOpen={open} />
        <TrueClosure />
      </div>
      <AllLookBacks onOpen={open} />
      <Draws />
      <HazardDrawer hazardId={hazard ?? null} onClose={() => void navigate({ search: {} })} />
    </>
  );
}

function AllLookBacks({ onOpen }: { readonly onOpen: (hazardId: string) => void }) {
  const { t } = useTranslation('hazards');
  const [state, setState] = useState<LookBackState>('owed');
  const list = useKeyset(lookBacksQuery(state));
  return (
    <DataTable<LookBackLine>
      name="hazards.lookBacks"
      columns={columnsOf(t)}
      list={list}
      onOpen={({ hazardId }) => onOpen(hazardId)}
      toolbar={
        <Segmented<LookBackState>
          value={state}
          onChange={setState}
          options={lookBackStates.map((each) => ({ value: each, label: t(`desk.lookBacks.states.${each}`) }))}
        />
      }
      empty={<EmptyState title={t('desk.lookBacks.empty')} next={t('desk.lookBacks.emptyNext')} />}
    />
  );
}

function columnsOf(t: TFunction<'hazards'>): DataColumn<LookBackLine>[] {
  const title = (name: 'number' | 'what' | 'unit' | 'reason' | 'window' | 'inspector' | 'result' | 'lookedOn') =>
    t(`desk.lookBacks.columns.${name}`);
  return [
    { id: 'number', title: title('number'), width: 124, render: ({ number }) => number },
    { id: 'what', title: title('what'), render: ({ category, text }) => [t(`categories.${category}`), text].filter(Boolean).join(' · ') },
    { id: 'unit', title: title('unit'), width: 132, render: ({ unit }) => unit },
    { id: 'reason', title: title('reason'), width: 104, render: ({ reason }) => t(`lookBackReasons.${reason}`) },
    {
      id: 'window',
      title: title('window'),
      width: 212,
      render: ({ fromOn, toOn }) => t('desk.records.fromTo', { from: fromOn, to: toOn }),
    },
    { id: 'inspector', title: title('inspector'), width: 92, render: ({ inspector }) => inspector ?? t('desk.records.notNamed') },
    {
      id: 'result',
      title: title('result'),
      width: 112,
      render: ({ result, toOn }) => (result === null ? <Countdown dueOn={toOn} /> : <ResultTag result={result} />),
    },
    { id: 'lookedOn', title: title('lookedOn'), width: 108, render: ({ lookedOn }) => lookedOn ?? '—' },
  ];
}
