import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { HazardDrawer } from '../components/hazard-drawer.tsx';
import { ledgerColumns } from '../components/ledger-columns.tsx';
import { ProgressDue, TreatmentStep } from '../components/supervision-cells.tsx';
import type { LedgerQuery } from '../ledger-search.ts';
import { type HazardSummary, ledgerQuery, type ToListPage, toListQuery } from '../queries.ts';
import '../hazards.css';

const route = getRouteApi('/desk/hazards/supervision');

const shows = ['majors', 'toList', 'listed', 'undecided'] as const;
type Show = (typeof shows)[number];

const filters = {
  majors: { level: ['major'], sort: 'dueSoonest' },
  listed: { supervised: 'true', sort: 'dueSoonest' },
  undecided: { suggested: 'true', sort: 'oldest' },
} as const satisfies Record<Exclude<Show, 'toList'>, LedgerQuery>;

/** 重大与督办: what the group and its leaders watch. */
export function SupervisionPage() {
  const { t } = useTranslation('hazards');
  const { show = 'majors', hazard } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader title={t('desk.supervision.title')} lead={t('desk.supervision.lead')} />
      {show === 'toList' ? <ToList /> : <Listed show={show} />}
      <HazardDrawer hazardId={hazard ?? null} onClose={() => void navigate({ search: { show } })} />
    </>
  );
}

function Listed({ show }: { readonly show: keyof typeof filters }) {
  const { t } = useTranslation('hazards');
  const navigate = route.useNavigate();
  const list = useKeyset(ledgerQuery(filters[show]));
  return (
    <DataTable<HazardSummary>
      name="hazards.supervision"
      columns={columnsOf(t)}
      list={list}
      onOpen={({ id }) => void navigate({ search: { show, hazard: id } })}
      toolbar={<Shows show={show} />}
      empty={<EmptyState title={t('desk.supervision.empty')} next={t('desk.supervision.emptyNext')} />}
    />
  );
}

type Proposed = ToListPage['items'][number];

/** 待挂牌督办: what is proposed and why; a named person decides on the hazard itself. */
function ToList() {
  const { t } = useTranslation('hazards');
  const navigate = route.useNavigate();
  const list = useKeyset(toListQuery);
  return (
    <DataTable<Proposed>
      name="hazards.toList"
      columns={proposedColumns(t)}
      list={list}
      onOpen={({ id }) => void navigate({ search: { show: 'toList', hazard: id } })}
      toolbar={<Shows show="toList" />}
      empty={<EmptyState title={t('desk.todo.toListEmpty')} next={t('desk.todo.toListEmptyNext')} />}
    />
  );
}

function Shows({ show }: { readonly show: Show }) {
  const { t } = useTranslation('hazards');
  const navigate = route.useNavigate();
  const labels = { majors: 'majors', toList: 'proposes', listed: 'listed', undecided: 'undecided' } as const;
  return (
    <Segmented<Show>
      value={show}
      onChange={(chosen) => void navigate({ search: { show: chosen } })}
      options={shows.map((each) => ({ value: each, label: t(`desk.supervision.${labels[each]}`) }))}
    />
  );
}

/** The ledger's columns with the reasons after the words. */
function proposedColumns(t: TFunction<'hazards'>): DataColumn<Proposed>[] {
  return ledgerColumns(t).flatMap((column): DataColumn<Proposed>[] =>
    column.id === 'what'
      ? [column, { id: 'why', title: t('desk.supervision.why'), width: 168, render: ({ reasonsToList }) => whyOf(reasonsToList, t) }]
      : [column],
  );
}

function whyOf(reasons: Proposed['reasonsToList'], t: TFunction<'hazards'>): string {
  return reasons.map((each) => t(`listingReasons.${each}`)).join('、');
}

/** The ledger's columns, with how the treatment and the supervision stand before the dates. */
function columnsOf(t: TFunction<'hazards'>) {
  const [number, stage, what, unit, due, ...rest] = ledgerColumns(t);
  const own = [
    {
      id: 'treatment',
      title: t('desk.supervision.treatment'),
      width: 96,
      render: ({ treatmentStage }: HazardSummary) => <TreatmentStep stage={treatmentStage} />,
    },
    {
      id: 'progress',
      title: t('desk.supervision.progressDue'),
      width: 104,
      render: ({ progressDueOn }: HazardSummary) => <ProgressDue dueOn={progressDueOn} />,
    },
  ];
  return [number, stage, what, unit, ...own, due, ...rest].filter((column) => column !== undefined);
}
