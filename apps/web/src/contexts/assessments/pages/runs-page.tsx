import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useKeyset } from '../../../api/keyset.ts';
import { mayAnywhere } from '../../../api/may.ts';
import { useMe } from '../../../api/me.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Computing } from '../components/computing.tsx';
import { OrderRun } from '../components/order-run.tsx';
import { RunDrawer } from '../components/run-drawer.tsx';
import { runColumns } from '../components/run-columns.tsx';
import { type AssessmentRun, runsQuery, schemesQuery } from '../queries.ts';
import { periodWords, schemeName } from '../words.ts';
import '../assessments.css';

const route = getRouteApi('/desk/assessments');

/** 考核: every period that was computed, the latest first. The period opens its ranking. */
export function RunsPage() {
  const { t } = useTranslation('assessments');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const me = useMe();
  const [ordering, setOrdering] = useState(false);
  const go = (next: Partial<typeof search>) => void navigate({ search: { ...search, ...next }, resetScroll: false });
  return (
    <>
      <PageHeader
        title={t('desk.runs.title')}
        lead={t('desk.runs.lead')}
        actions={
          mayAnywhere(me, 'assessments.run') && (
            <Button type="primary" onClick={() => setOrdering(true)}>
              {t('desk.order.open')}
            </Button>
          )
        }
      />
      {search.ordered !== undefined && <Computing runId={search.ordered} onClose={() => go({ ordered: undefined })} />}
      <Runs />
      {ordering && (
        <OrderRun
          onClose={() => setOrdering(false)}
          onOrdered={(ordered) => {
            setOrdering(false);
            go({ ordered });
          }}
        />
      )}
      <RunDrawer
        runId={search.run ?? null}
        tab={search.tab ?? 'process'}
        onTab={(tab) => go({ tab })}
        onOrdered={(ordered) => go({ ordered, run: undefined, tab: undefined })}
        onClose={() => go({ run: undefined, tab: undefined })}
      />
    </>
  );
}

function Runs() {
  const { t } = useTranslation('assessments');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useKeyset(runsQuery({ superseded: search.superseded === true ? 'true' : 'false' }));
  const { data: schemes } = useQuery(schemesQuery());
  return (
    <DataTable<AssessmentRun>
      name="assessments.runs"
      columns={runColumns(t, schemes?.items ?? [])}
      list={list}
      onOpen={({ id }) => void navigate({ to: '/assessments/runs/$runId', params: { runId: id }, search: {} })}
      acts={{
        width: 120,
        of: (run) => (
          <Button
            type="link"
            aria-label={t('desk.runs.openOf', { period: periodWords(run.period, t), scheme: schemeName(run.scheme) })}
            onClick={() => void navigate({ search: { ...search, run: run.id } })}
          >
            {t('desk.runs.open')}
          </Button>
        ),
      }}
      toolbar={
        <Checkbox
          checked={search.superseded === true}
          onChange={({ target }) => void navigate({ search: { ...search, superseded: target.checked ? true : undefined } })}
        >
          {t('desk.runs.withSuperseded')}
        </Checkbox>
      }
      empty={<EmptyState title={t('desk.runs.empty')} next={t('desk.runs.emptyNext')} />}
    />
  );
}
