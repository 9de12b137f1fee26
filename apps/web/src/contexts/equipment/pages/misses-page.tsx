import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { ActButton } from '../../../ui/act-button.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { type DayRange, DayRangePicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { Flag } from '../../../ui/flag.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import '../components/equipment.css';
import { ExplainSpots } from '../components/explain-spots.tsx';
import { type MissedSpots, missedSpotsQuery, type MissesSearch, useMissesFile } from '../queries.ts';

const route = getRouteApi('/desk/equipment/missed-spots');
type Row = MissedSpots & { readonly id: string };

/** 消防点检漏检, by unit and period, each with the reasons that were given. */
export function MissesPage() {
  const { t } = useTranslation('equipment');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const fields = useMemo(() => fieldsOf(t), [t]);
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
      <PageHeader title={t('desk.misses.title')} lead={t('desk.misses.lead')} actions={<Export search={search} />} />
      <QueryBar<Pick<MissesSearch, 'unexplained'> & { readonly days?: DayRange | undefined }>
        fields={fields}
        values={{ unexplained: search.unexplained, days: { from: search.from, to: search.to } }}
        onSearch={({ days, unexplained }) =>
          void navigate({ search: ({ unitId, withBelow }) => ({ unitId, withBelow, unexplained, from: days?.from, to: days?.to }) })
        }
      />
      <MissesTable search={search} />
    </SplitPage>
  );
}

function Export({ search }: { readonly search: MissesSearch }) {
  const { t } = useTranslation('equipment');
  const file = useMissesFile(search);
  if (!mayAnywhere(useMe(), 'equipment.export')) return null;
  return <FileButton file={file} label={t('desk.export')} />;
}

function MissesTable({ search }: { readonly search: MissesSearch }) {
  const { t } = useTranslation('equipment');
  const me = useMe();
  const router = useRouter();
  const list = useKeyset(missedSpotsQuery(search));
  const [asked, setAsked] = useState<Row | null>(null);
  return (
    <>
      <DataTable<Row>
        name="equipment.misses"
        columns={columnsOf(t)}
        list={list}
        onOpen={({ unitId, dueOn }) => router.history.push(`/equipment/fire?unitId=${unitId}&withBelow=false&missedOn=${dueOn}`)}
        {...(mayAnywhere(me, 'equipment.explain')
          ? { acts: { width: 112, of: (row: Row) => <Explain row={row} onAsk={setAsked} /> } }
          : {})}
        empty={<EmptyState title={t('desk.misses.empty')} next={t('desk.misses.emptyNext')} />}
      />
      {asked !== null && (
        <ExplainSpots
          title={t('desk.misses.ask', asked)}
          lead={t('desk.misses.askNote', { count: asked.unexplained })}
          of={{ unitId: asked.unitId, dueOn: asked.dueOn }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** Nothing to press where every piece has its reason. */
function Explain({ row, onAsk }: { readonly row: Row; readonly onAsk: (row: Row) => void }) {
  const { t } = useTranslation('equipment');
  if (row.unexplained === 0) return null;
  return (
    <ActButton type="link" size="small" objection={null} onClick={() => onAsk(row)}>
      {t('desk.misses.act')}
    </ActButton>
  );
}

function columnsOf(t: TFunction<'equipment'>): DataColumn<Row>[] {
  return [
    { id: 'period', title: t('desk.misses.period'), width: 208, render: ({ from, dueOn }) => `${from} – ${dueOn}` },
    { id: 'unit', title: t('desk.unit'), width: 168, render: ({ unit }) => unit },
    { id: 'missed', title: t('desk.misses.missed'), width: 88, numeric: true, render: ({ missed }) => missed },
    { id: 'unexplained', title: t('desk.misses.unexplained'), width: 88, numeric: true, render: (row) => <Unexplained row={row} /> },
    { id: 'reasons', title: t('desk.misses.reasons'), render: (row) => reasonsOf(row, t) },
  ];
}

function Unexplained({ row: { unexplained } }: { readonly row: Row }) {
  return unexplained === 0 ? 0 : <strong className="equipment-late">{unexplained}</strong>;
}

function reasonsOf({ reasons }: Row, t: TFunction<'equipment'>): string {
  if (reasons.length === 0) return t('desk.none');
  const of = ({ reason, count, note }: Row['reasons'][number]) =>
    [t('desk.misses.given', { reason: t(`spotMissReasons.${reason}`), count }), note].filter((each) => each !== null).join(' · ');
  return reasons.map(of).join('；');
}

function fieldsOf(t: TFunction<'equipment'>): QueryField[] {
  return [
    { name: 'days', label: t('desk.misses.days'), control: <DayRangePicker /> },
    { name: 'unexplained', label: t('desk.standing'), control: <Flag label={t('desk.misses.onlyUnexplained')} /> },
  ];
}
