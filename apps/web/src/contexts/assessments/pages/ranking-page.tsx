import { PrinterOutlined } from '@ant-design/icons';
import { unitKinds } from '@changming/domain/units';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QueryBar, type QueryField } from '../../../ui/query-bar.tsx';
import { SplitPage } from '../../../ui/split-page.tsx';
import { UnitTree } from '../../../ui/unit-tree.tsx';
import { unitSource } from '../../units/queries.ts';
import { GradeStrip } from '../components/grade-strip.tsx';
import { RankingChart } from '../components/ranking-chart.tsx';
import { resultColumns, type ResultRow } from '../components/result-columns.tsx';
import { RunNotices } from '../components/run-notices.tsx';
import { RunTags } from '../components/run-tags.tsx';
import { figureQuery, resultsQuery, type RunDetail, schemeQuery } from '../queries.ts';
import { type RankingSearch, resultsFilterOf } from '../search.ts';
import { useRun } from '../use-run.ts';
import { periodWords, schemeName, type SchemeWords } from '../words.ts';
import '../assessments.css';
import './ranking-print.css';

const route = getRouteApi('/desk/assessments/runs/$runId');

/** 排名: the table, the picture, the figure of the branch. The address holds every condition. */
export function RankingPage() {
  const { runId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { run, words } = useRun(runId);
  const go = (next: RankingSearch) => void navigate({ search: next });
  const fields = useFields(words);
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
      <Loaded query={run} rows={12}>
        {(found) => (
          <>
            <Head run={found} />
            <Figure runId={runId} search={search} words={words} />
            <QueryBar fields={fields} values={search} onSearch={go} />
            <Results runId={runId} search={search} words={words} run={found} />
          </>
        )}
      </Loaded>
    </SplitPage>
  );
}

function Head({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('assessments');
  return (
    <>
      <PageHeader
        title={`${periodWords(run.period, t)} · ${schemeName(run.scheme)}`}
        aside={<RunTags run={run} />}
        lead={t('desk.ranking.lead')}
        actions={
          <>
            <Link className="assessment-link" to="/assessments" search={{ run: run.id }}>
              {t('desk.runs.open')}
            </Link>
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('desk.explanation.print')}
            </Button>
          </>
        }
      />
      <RunNotices run={run} />
    </>
  );
}

type OfBranch = { readonly runId: string; readonly search: RankingSearch; readonly words: SchemeWords };

/** The average of the branch by its people, and how many stand in which grade. */
function Figure({ runId, search, words }: OfBranch) {
  const { t } = useTranslation('assessments');
  const { data: figure } = useQuery(figureQuery(runId, search.unitId === undefined ? {} : { unitId: search.unitId }));
  if (figure === undefined || figure === null) return null;
  return (
    <Panel>
      <div className="branch-figure">
        <p className="branch-figure__average">
          <span>{t('desk.ranking.averageOf', { unit: figure.unit })}</span>
          <strong>{figure.final ?? t(figure.missing === undefined ? 'desk.none' : 'statuses.insufficientData')}</strong>
          <small>{t('desk.ranking.people', { count: figure.headcount })}</small>
          {figure.missing !== undefined && (
            <small>{t('desk.ranking.withoutPeople', { count: figure.missing.length, units: firstNames(figure.missing) })}</small>
          )}
        </p>
        <div className="branch-figure__grades">
          <span>{t('desk.ranking.distribution', { count: figure.grades.reduce((sum, { count }) => sum + count, 0) })}</span>
          <GradeStrip grades={figure.grades} words={words} />
        </div>
      </div>
    </Panel>
  );
}

const namesShown = 5;

function firstNames(units: readonly { readonly unit: string }[]): string {
  const names = units.slice(0, namesShown).map(({ unit }) => unit);
  return `${names.join('、')}${units.length > namesShown ? '…' : ''}`;
}

function Results({ runId, search, words, run }: OfBranch & { readonly run: RunDetail }) {
  const { t } = useTranslation(['assessments', 'units']);
  const navigate = route.useNavigate();
  const list = useKeyset(resultsQuery(runId, resultsFilterOf(search)));
  const { data } = useQuery(schemeQuery(run.scheme.code, run.scheme.version));
  const open = (unitId: string) => void navigate({ to: '/assessments/runs/$runId/units/$unitId', params: { runId, unitId }, search: {} });
  const weightOn = data?.scheme.indicators.filter(({ on }) => on).reduce((sum, { weight }) => sum + Number(weight), 0) ?? 0;
  const columns = resultColumns({ t, words, weightOn, kindOf: (kind) => t(`units:kinds.${kind as 'factory'}`) });
  const without = list.rows.filter(({ final }) => final === null).length;
  return (
    <>
      {list.rows.length > without + 1 && (
        <Panel title={t('desk.ranking.chart')} lead={<ChartLead count={Math.min(shown, list.rows.length - without)} />}>
          <RankingChart
            title={t('desk.ranking.chart')}
            rows={list.rows.slice(0, shown)}
            words={words}
            fullMarks={Number(data?.scheme.fullMarks ?? 100)}
            onPick={open}
          />
          {without > 0 && <p className="assessment-quiet">{t('desk.ranking.without', { count: without })}</p>}
        </Panel>
      )}
      <div className="assessment-table assessment-table--ranking">
        <DataTable<ResultRow>
          name="assessments.ranking"
          columns={columns}
          list={list}
          onOpen={({ unitId }) => open(unitId)}
          empty={<EmptyState title={t('desk.ranking.empty')} next={t('desk.ranking.emptyNext')} />}
        />
      </div>
    </>
  );
}

/** What is in the picture; what a press does stays off paper. */
function ChartLead({ count }: { readonly count: number }) {
  const { t } = useTranslation('assessments');
  return (
    <>
      {t('desk.ranking.chartLead', { count })} <span className="assessment-hint">{t('desk.ranking.chartHint')}</span>
    </>
  );
}

/** Bars of the picture: more are read in the table. */
const shown = 30;

function useFields(words: SchemeWords): QueryField[] {
  const { t } = useTranslation(['assessments', 'units']);
  return useMemo(() => {
    const grades = [...words.grades, 'VETO'].map((value) => ({ value, label: words.grade(value) }));
    const kinds = unitKinds.map((value) => ({ value, label: t(`units:kinds.${value}`) }));
    const statuses = (['scored', 'notAssessed', 'insufficientData'] as const).map((value) => ({ value, label: t(`statuses.${value}`) }));
    const sorts = (['best', 'worst'] as const).map((value) => ({ value, label: t(`desk.ranking.sorts.${value}`) }));
    return [
      { name: 'kind', label: t('desk.ranking.kind'), control: <Select allowClear options={kinds} /> },
      { name: 'grade', label: t('desk.ranking.grade'), control: <Select allowClear options={grades} /> },
      { name: 'status', label: t('desk.ranking.status'), control: <Select allowClear options={statuses} /> },
      { name: 'sort', label: t('desk.ranking.sort'), control: <Select allowClear options={sorts} /> },
    ];
  }, [t, words]);
}
