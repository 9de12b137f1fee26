import { dutyKinds, occurrenceStates } from '@changming/domain/responsibilities';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { useMe } from '../../../api/me.ts';
import { useCurrentUnit } from '../../../app/current-unit.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DayPicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { StatusTag } from '../../../ui/status-tag.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { BoardTable, share } from '../components/board-table.tsx';
import { OccurrenceActs } from '../components/occurrence-acts.tsx';
import { occurrenceTones } from '../look.ts';
import { boardQuery, type DutyOccurrence, type OccurrenceSearch, occurrencesQuery } from '../queries.ts';

const route = getRouteApi('/desk/responsibilities/duties');

/** 履职情况 of a unit: who owes what, how far they are, and which real record has discharged it. */
export function DutiesPage() {
  const { t } = useTranslation('responsibilities');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [current] = useCurrentUnit(useMe());
  const fields = useMemo(() => fieldsOf(t), [t]);
  const go = (next: OccurrenceSearch) => void navigate({ search: next, resetScroll: false });
  const boardOf = search.unitId ?? current?.id;
  return (
    <SplitPage
      aside={
        <UnitTree
          source={unitSource}
          choice={{ unitId: search.unitId ?? null, within: search.withBelow ?? true }}
          onChoose={({ unitId, within }) => go({ ...search, unitId: unitId ?? undefined, withBelow: within ? undefined : false })}
        />
      }
    >
      <PageHeader
        title={t('desk.duties.title')}
        lead={t('desk.duties.lead')}
        actions={
          <Link to="/responsibility" search={search.unitId === undefined ? {} : { unit: search.unitId }}>
            {t('desk.duties.withoutFirst')}
          </Link>
        }
      />
      {boardOf !== undefined && <Board unitId={boardOf} onDown={(unitId) => go({ ...search, unitId })} />}
      <QueryBar fields={fields} values={search} onSearch={go} />
      <Ledger search={search} />
    </SplitPage>
  );
}

const heads = ['unit', 'due', 'done', 'late', 'missed', 'open', 'rate'] as const;

function Board({ unitId, onDown }: { readonly unitId: string; readonly onDown: (unitId: string) => void }) {
  const { t } = useTranslation('responsibilities');
  const asked = useQuery(boardQuery(unitId));
  return (
    <Loaded query={asked} rows={4}>
      {({ from, to, units }) => (
        <Panel title={t('desk.duties.board', { from, to })}>
          <BoardTable
            heads={heads.map((head) => t(`desk.duties.heads.${head}`))}
            lines={units
              .filter(({ due, open }) => due + open > 0)
              .map(({ due, done, late, missed, open, ...unit }) => ({
                ...unit,
                cells: [due, done, late, missed, open, share(done + late, done + late + missed)],
              }))}
            onDown={onDown}
          />
        </Panel>
      )}
    </Loaded>
  );
}

function Ledger({ search }: { readonly search: OccurrenceSearch }) {
  const { t, i18n } = useTranslation(['responsibilities', 'workforce']);
  const list = useKeyset(occurrencesQuery(search));
  const english = i18n.language === 'en';
  const columns: DataColumn<DutyOccurrence>[] = [
    {
      id: 'person',
      title: t('desk.person'),
      width: 150,
      render: ({ person, post, deputy }) => `${person} · ${t(`workforce:posts.${post}`)}${deputy ? t('desk.deputy') : ''}`,
    },
    { id: 'unit', title: t('desk.unit'), width: 140, render: ({ unit }) => unit },
    { id: 'duty', title: t('desk.duties.columns.duty'), render: ({ text, textEn }) => (english ? (textEn ?? text) : text) },
    { id: 'period', title: t('desk.duties.columns.period'), width: 80, render: ({ period }) => t(`periods.${period}`) },
    { id: 'due', title: t('desk.due'), width: 112, render: ({ dueOn }) => dueOn },
    {
      id: 'state',
      title: t('desk.state'),
      width: 112,
      render: ({ state }) => <StatusTag tone={occurrenceTones[state]}>{t(`states.${state}`)}</StatusTag>,
    },
    { id: 'proof', title: t('desk.duties.columns.proof'), width: 240, render: (row) => <OccurrenceActs of={row} /> },
  ];
  return (
    <DataTable<DutyOccurrence>
      name="responsibilities.duties"
      columns={columns}
      list={list}
      empty={<EmptyState title={t('desk.duties.empty')} next={t('desk.duties.emptyNext')} />}
    />
  );
}

function fieldsOf(t: TFunction<'responsibilities'>): QueryField[] {
  const states = occurrenceStates.map((value) => ({ value, label: t(`states.${value}`) }));
  const kinds = dutyKinds.map((value) => ({ value, label: t(`dutyKinds.${value}`) }));
  const many = (options: { value: string; label: string }[]) => (
    <Select mode="multiple" allowClear maxTagCount="responsive" options={options} />
  );
  return [
    { name: 'state', label: t('desk.state'), control: many(states) },
    { name: 'kind', label: t('desk.duties.kind'), control: many(kinds) },
    { name: 'from', label: t('desk.duties.from'), control: <DayPicker /> },
    { name: 'to', label: t('desk.duties.to'), control: <DayPicker /> },
  ];
}
