import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { dayOf } from '../../../ui/dates.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryBar } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { type Occurrence, occurrencesQuery, orderOccurrencesFile, useOccurrencesFile } from '../check-queries.ts';
import { ExplainMisses } from '../components/explain-misses.tsx';
import { OccurrenceDrawer } from '../components/occurrence-drawer.tsx';
import { taskColumns, taskFields } from '../components/task-columns.tsx';
import { barOf, daysOf, searchOfBar, type TasksSearch } from '../search.ts';
import '../inspections.css';
import { inspectionFiles } from '../inspection-files.ts';

const route = getRouteApi('/desk/inspections');

/** 排查任务: all that was owed, and what became of each. */
export function TasksPage() {
  const { t } = useTranslation('inspections');
  const { check, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (next: TasksSearch) => void navigate({ search: next, resetScroll: false });
  const today = dayOf(new Date());
  const fields = useMemo(() => taskFields(t), [t]);
  const bar = useMemo(() => barOf(search, today), [search, today]);
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
      <PageHeader title={t('desk.tasks.title')} lead={t('desk.tasks.lead')} actions={<Export search={search} />} />
      <QueryBar fields={fields} values={bar} onSearch={(values) => go(searchOfBar(values))} />
      <Tasks search={search} onOpen={(id) => void navigate({ search: { ...search, check: id }, resetScroll: false })} />
      <OccurrenceDrawer occurrenceId={check ?? null} onClose={() => go(search)} />
    </SplitPage>
  );
}

function Export({ search }: { readonly search: TasksSearch }) {
  const { t } = useTranslation('inspections');
  const wanted = { ...search, ...daysOf(search, dayOf(new Date())) };
  const file = useOccurrencesFile(wanted);
  return mayAnywhere(useMe(), 'inspections.export') ? (
    <FileButton file={file} label={t('desk.export')} order={() => orderOccurrencesFile(wanted)} orders={inspectionFiles} />
  ) : null;
}

function Tasks({ search, onOpen }: { readonly search: TasksSearch; readonly onOpen: (occurrenceId: string) => void }) {
  const { t } = useTranslation('inspections');
  const list = useKeyset(occurrencesQuery({ ...search, ...daysOf(search, dayOf(new Date())) }));
  const [ids, setIds] = useState<readonly string[]>([]);
  const explains = mayAnywhere(useMe(), 'inspections.explain');
  const missed = list.rows.filter(({ id, state }) => state === 'missed' && ids.includes(id)).map(({ id }) => id);
  return (
    <DataTable<Occurrence>
      name="inspections.tasks"
      columns={taskColumns(t)}
      list={list}
      onOpen={({ id }) => onOpen(id)}
      {...(explains
        ? { selection: { ids, onChange: setIds, acts: <ExplainMisses small ids={missed} of={ids.length} onDone={() => setIds([])} /> } }
        : {})}
      empty={<EmptyState title={t('desk.tasks.empty')} next={t('desk.tasks.emptyNext')} />}
    />
  );
}
