import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import { wholeList } from '../../../api/keyset.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { type Staffing, staffingQuery } from '../certificate-queries.ts';
import { StaffingActs } from '../components/staffing-acts.tsx';
import '../components/certificates.css';

const route = getRouteApi('/desk/workforce/staffing');
type Row = Staffing & { readonly id: string };

/** 人员配备: what each unit owes in safety staff, who is there and what is missing. */
export function StaffingPage() {
  const { t } = useTranslation('workforce');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery({
    ...staffingQuery(search),
    select: ({ items }) => ({ items: items.map((each): Row => ({ ...each, id: each.unitId })) }),
  });
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
      <PageHeader title={t('certificateDesk.staffing.title')} lead={t('certificateDesk.staffing.lead')} />
      <QueryBar
        fields={[
          {
            name: 'failing',
            label: t('certificateDesk.staffing.missing'),
            control: <Flag label={t('certificateDesk.staffing.failingOnly')} />,
          },
        ]}
        values={search}
        onSearch={(values) => void navigate({ search: values })}
      />
      <DataTable<Row>
        name="workforce.staffing"
        columns={columnsOf(t)}
        list={wholeList(found)}
        acts={{ width: 240, of: (unit) => <StaffingActs unit={unit} /> }}
        empty={<EmptyState title={t('certificateDesk.staffing.empty')} next={t('certificateDesk.staffing.emptyNext')} />}
      />
    </SplitPage>
  );
}

function columnsOf(t: TFunction<'workforce'>): DataColumn<Row>[] {
  return [
    { id: 'unit', title: t('certificateDesk.staffing.unit'), width: 150, render: ({ unit }) => unit },
    { id: 'missing', title: t('certificateDesk.staffing.missing'), render: (unit) => <Missing unit={unit} /> },
    { id: 'months', title: t('certificateDesk.staffing.months'), width: 130, render: (unit) => <Months unit={unit} /> },
    {
      id: 'headcount',
      title: t('certificateDesk.staffing.headcount'),
      width: 100,
      numeric: true,
      render: ({ headcount, highRisk }) => (highRisk ? `${headcount} · ${t('certificateDesk.staffing.highRisk')}` : headcount),
    },
    {
      id: 'staff',
      title: t('certificateDesk.staffing.staff'),
      width: 120,
      numeric: true,
      render: ({ staff }) => `${staff.fullTime} / ${staff.partTime}`,
    },
    {
      id: 'required',
      title: t('certificateDesk.staffing.required'),
      width: 100,
      numeric: true,
      render: ({ required }) => required.fullTime,
    },
  ];
}

function Missing({ unit: { failures, vacantSince } }: { readonly unit: Row }) {
  const { t } = useTranslation('workforce');
  if (failures.length === 0) return <StatusTag tone="done">{t('certificateDesk.staffing.complete')}</StatusTag>;
  return (
    <span className="certificate-why">
      {failures.map((failure) => (
        <StatusTag key={failure} tone="alert">
          {t(`certificateWords.failures.${failure}`)}
        </StatusTag>
      ))}
      {vacantSince !== null && <small>{t('certificateDesk.staffing.vacant', { on: vacantSince })}</small>}
    </span>
  );
}

const shown = 3;

function Months({ unit: { months } }: { readonly unit: Row }) {
  const { t } = useTranslation('workforce');
  if (months.length === 0) return <>—</>;
  return (
    <span className="certificate-months">
      {months.slice(0, shown).map(({ end, compliant }) => (
        <StatusTag key={end} tone={compliant ? 'done' : 'alert'}>
          {`${end.slice(0, 7)} ${t(compliant ? 'certificateDesk.staffing.met' : 'certificateDesk.staffing.unmet')}`}
        </StatusTag>
      ))}
    </span>
  );
}
