import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { HazardDrawer } from '../components/hazard-drawer.tsx';
import { ledgerColumns } from '../components/ledger-columns.tsx';
import { ProgressDue, TreatmentStep } from '../components/supervision-cells.tsx';
import type { LedgerQuery } from '../ledger-search.ts';
import { type HazardSummary, ledgerQuery } from '../queries.ts';
import '../hazards.css';

const route = getRouteApi('/desk/hazards/supervision');

const shows = ['majors', 'listed', 'undecided'] as const;
type Show = (typeof shows)[number];

const filters = {
  majors: { level: ['major'], sort: 'dueSoonest' },
  listed: { supervised: 'true', sort: 'dueSoonest' },
  undecided: { suggested: 'true', sort: 'oldest' },
} as const satisfies Record<Show, LedgerQuery>;

/** 重大与督办: what the group and its leaders watch. */
export function SupervisionPage() {
  const { t } = useTranslation('hazards');
  const { show = 'majors', hazard } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(ledgerQuery(filters[show]));
  return (
    <>
      <PageHeader title={t('desk.supervision.title')} lead={t('desk.supervision.lead')} />
      <DataTable<HazardSummary>
        name="hazards.supervision"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ id }) => void navigate({ search: { show, hazard: id } })}
        toolbar={
          <Segmented<Show>
            value={show}
            onChange={(chosen) => void navigate({ search: { show: chosen } })}
            options={shows.map((each) => ({ value: each, label: t(`desk.supervision.${each}`) }))}
          />
        }
        empty={<EmptyState title={t('desk.supervision.empty')} next={t('desk.supervision.emptyNext')} />}
      />
      <HazardDrawer hazardId={hazard ?? null} onClose={() => void navigate({ search: { show } })} />
    </>
  );
}

/** The ledger's columns, with how the treatment and the supervision stand before the dates. */
function columnsOf(t: TFunction<'hazards'>) {
  const [number, level, stage, what, unit, responsible, due, ...rest] = ledgerColumns(t);
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
  /** Most of these carry two marks before their words. */
  const wide = what === undefined ? what : { ...what, width: 272 };
  return [number, level, stage, wide, unit, responsible, ...own, due, ...rest].filter((column) => column !== undefined);
}
