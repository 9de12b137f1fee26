import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { Countdown } from '../../../ui/countdown.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { TwoLines } from '../../../ui/two-lines.tsx';
import { HazardDrawer } from '../components/hazard-drawer.tsx';
import { ledgerColumns } from '../components/ledger-columns.tsx';
import { type RequestRow, requestsQuery } from '../queries.ts';
import '../hazards.css';

const route = getRouteApi('/desk/hazards/requests');

/** 待我审批: what others ask of hazards and I decide; the hazard opens beside with the buttons of the decision. */
export function RequestsPage() {
  const { t } = useTranslation('hazards');
  const { hazard } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(requestsQuery);
  return (
    <>
      <PageHeader title={t('requests.title')} lead={t('requests.lead')} />
      <DataTable<RequestRow>
        name="hazards.requests"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ hazardId }) => void navigate({ search: { hazard: hazardId } })}
        empty={<EmptyState title={t('requests.empty')} next={t('requests.emptyNext')} />}
      />
      <HazardDrawer hazardId={hazard ?? null} onClose={() => void navigate({ search: {} })} />
    </>
  );
}

/** Number, stage, hazard and unit as in the ledger, with the request between. */
function columnsOf(t: TFunction<'hazards'>): DataColumn<RequestRow>[] {
  const [number, stage, what, unit] = ledgerColumns(t);
  const own: DataColumn<RequestRow>[] = [
    { id: 'asked', title: t('requests.columns.asked'), width: 220, render: ({ request }) => <Asked request={request} /> },
    {
      id: 'by',
      title: t('requests.columns.by'),
      width: 104,
      render: ({ request }) => <TwoLines first={request.askedBy ?? '—'} second={request.askedOn} />,
    },
    { id: 'due', title: t('requests.columns.due'), width: 112, render: ({ request }) => <Countdown dueOn={request.dueOn} /> },
  ];
  return [number, ...own.slice(0, 1), what, unit, stage, ...own.slice(1)].filter((column) => column !== undefined);
}

function Asked({ request: { kind, toOn, reason } }: Pick<RequestRow, 'request'>) {
  const { t } = useTranslation('hazards');
  const first = kind === 'extension' ? t('requests.asks.extension', { on: toOn }) : t(`requests.kinds.${kind}`);
  return <TwoLines first={first} second={reason} />;
}
