import { hazardCategories, hazardLevels, hazardSources, keyAreas } from '@changming/domain/hazards';
import type { Language } from '@changming/phrases';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Segmented, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { DayRangePicker } from '../../../ui/day-picker.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { today } from '../acts/fields.tsx';
import { HazardDrawer } from '../components/hazard-drawer.tsx';
import { listColumns } from '../components/list-columns.tsx';
import { ListDocuments } from '../components/list-documents.tsx';
import { Reconciliation } from '../components/reconciliation.tsx';
import { type ThreeListRow, threeListsQuery } from '../list-queries.ts';
import { listNames, listsBarOf, listsQueryOf, type ListsSearch, periodsAround, searchOfListsBar } from '../lists-search.ts';
import '../hazards.css';

const route = getRouteApi('/desk/hazards/lists');

type PageProps = { readonly search: ListsSearch; readonly go: (next: ListsSearch) => void };

/** 三清单: three views of one record, and the reconciliation that they add up. The address holds the list and every condition. */
export function ThreeListsPage() {
  const { t } = useTranslation('hazards');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: ListsSearch) => void navigate({ search: next, resetScroll: false });
  const me = useMe();
  const list = search.list ?? 'problems';
  const fields = useMemo(() => fieldsOf(t), [t]);
  const bar = useMemo(() => listsBarOf(search), [search]);
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
        title={t('desk.threeLists.title')}
        lead={t('desk.threeLists.lead')}
        actions={
          <>
            <PeriodChoice search={search} go={go} />
            {mayAnywhere(me, 'hazards.export') && <ListDocuments list={list} filter={listsQueryOf(search)} />}
          </>
        }
      />
      <QueryBar fields={fields} values={bar} onSearch={(values) => go(searchOfListsBar(values))} />
      <Reconciliation search={search} />
      <Lists search={search} go={go} />
      <HazardDrawer hazardId={search.hazard ?? null} onClose={() => go({ ...search, hazard: undefined })} />
    </SplitPage>
  );
}

function Lists({ search, go }: PageProps) {
  const { t, i18n } = useTranslation('hazards');
  const list = search.list ?? 'problems';
  const rows = useKeyset(threeListsQuery(listsQueryOf(search)));
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (
    <div className="three-lists__list">
      <DataTable<ThreeListRow>
        name={`hazards.lists.${list}`}
        columns={listColumns(list, { t, language })}
        list={rows}
        onOpen={({ id }) => go({ ...search, hazard: id })}
        toolbar={<Toolbar search={search} go={go} />}
        empty={<EmptyState title={t('desk.threeLists.empty')} next={t('desk.threeLists.emptyNext')} />}
      />
    </div>
  );
}

/** Which list, and which account of the reconciliation is looked at. */
function Toolbar({ search, go }: PageProps) {
  const { t } = useTranslation('hazards');
  return (
    <>
      <Segmented
        value={search.list ?? 'problems'}
        onChange={(list) => go({ ...search, list })}
        options={listNames.map((value) => ({ value, label: t(`lists.${value}`) }))}
      />
      {search.account !== undefined && (
        <span className="three-lists__only">
          {t('desk.threeLists.only', { account: t(`accounts.${search.account}`) })}
          <Button size="small" type="link" onClick={() => go({ ...search, account: undefined })}>
            {t('desk.threeLists.all')}
          </Button>
        </span>
      )}
    </>
  );
}

function PeriodChoice({ search, go }: PageProps) {
  const { t } = useTranslation('hazards');
  const periods = periodsAround(today());
  const chosen = periods.find(({ from, to }) => from === search.foundFrom && to === search.foundTo);
  return (
    <Select
      allowClear
      aria-label={t('desk.threeLists.period')}
      placeholder={t('desk.threeLists.period')}
      className="three-lists__period"
      popupMatchSelectWidth={false}
      value={chosen?.name ?? null}
      onChange={(name: string | undefined) => {
        const period = periods.find((each) => each.name === name);
        go({ ...search, foundFrom: period?.from, foundTo: period?.to });
      }}
      options={periods.map(({ name }) => ({ value: name, label: periodLabel(name, t) }))}
    />
  );
}

function periodLabel(name: string, t: TFunction<'hazards'>): string {
  const part = name.slice(4);
  return t(`desk.threeLists.periods.${(part === '' ? 'year' : part) as 'year'}`, { year: name.slice(0, 4) });
}

function fieldsOf(t: TFunction<'hazards'>): QueryField[] {
  return [
    { name: 'found', label: t('desk.fields.found'), control: <DayRangePicker /> },
    { name: 'level', label: t('desk.fields.level'), control: several(hazardLevels, (level) => t(`levels.${level}`)) },
    { name: 'source', label: t('desk.fields.source'), control: several(hazardSources, (source) => t(`sources.${source}`)) },
    { name: 'category', label: t('desk.fields.category'), control: several(hazardCategories, (category) => t(`categories.${category}`)) },
    { name: 'keyArea', label: t('columns.keyArea'), control: several(keyAreas, (area) => t(`keyAreas.${area}`)) },
  ];
}

function several<Value extends string>(values: readonly Value[], labelOf: (value: Value) => string) {
  const options = values.map((value) => ({ value, label: labelOf(value) }));
  return <Select mode="multiple" allowClear maxTagCount="responsive" optionFilterProp="label" options={options} />;
}
