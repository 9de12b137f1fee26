import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';

import { instantText } from '../../../ui/dates.ts';
import { DetailDrawer } from '../../../ui/detail-drawer.tsx';
import { type Fact, Facts } from '../../../ui/facts.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Section } from '../../../ui/section.tsx';
import { Timeline } from '../../../ui/timeline.tsx';
import { type RunDetail, runQuery } from '../queries.ts';
import { periodWords, schemeName, type Words } from '../words.ts';
import { useScheme } from '../use-run.ts';
import { Appeals } from './appeals.tsx';
import { Diff } from './diff.tsx';
import { Receipt } from './receipt.tsx';
import { RunActs } from './run-acts.tsx';
import { RunPath } from './run-path.tsx';
import { RunTags } from './run-tags.tsx';
import './run-drawer.css';

export type RunTab = 'process' | 'receipt' | 'diff';

type RunDrawerProps = {
  readonly runId: string | null;
  readonly tab: RunTab;
  readonly onTab: (tab: RunTab) => void;
  /** Another run was ordered in its place. */
  readonly onOrdered: (runId: string) => void;
  readonly onClose: () => void;
};

/** 过程与凭据 of one run. */
export function RunDrawer({ runId, ...rest }: RunDrawerProps) {
  const { t } = useTranslation('assessments');
  const run = useQuery({ ...runQuery(runId ?? ''), enabled: runId !== null });
  const found = run.data;
  return (
    <DetailDrawer
      open={runId !== null}
      title={found === undefined ? t('desk.runs.open') : `${periodWords(found.period, t)} · ${schemeName(found.scheme)}`}
      aside={found !== undefined && <RunTags run={found} />}
      acts={found !== undefined && <RunActs run={found} onOrdered={rest.onOrdered} />}
      onClose={rest.onClose}
    >
      {runId !== null && (
        <Loaded query={run} rows={8} onBack={rest.onClose}>
          {(each) => <Parts run={each} {...rest} />}
        </Loaded>
      )}
    </DetailDrawer>
  );
}

function Parts({ run, tab, onTab }: Pick<RunDrawerProps, 'tab' | 'onTab'> & { readonly run: RunDetail }) {
  const { t } = useTranslation('assessments');
  const parts = [
    { key: 'process' as const, children: <Process run={run} /> },
    { key: 'receipt' as const, children: <Receipt runId={run.id} /> },
    ...(run.restatesId === null ? [] : [{ key: 'diff' as const, children: <Diff runId={run.id} /> }]),
  ];
  return (
    <Tabs
      activeKey={tab}
      destroyOnHidden
      items={parts.map((part) => ({ ...part, label: t(`desk.run.tabs.${part.key}`) }))}
      onChange={(key) => onTab(key as RunTab)}
    />
  );
}

function Process({ run }: { readonly run: RunDetail }) {
  const { t } = useTranslation('assessments');
  const { words } = useScheme(run.scheme);
  const steps = run.steps.toReversed().map(({ step, at, by, note }, order) => ({
    id: `${at} ${step} ${order}`,
    at,
    tone: order === 0 ? ('moving' as const) : ('neutral' as const),
    title: t(`runSteps.${step as 'ask'}`),
    by: by ?? t('desk.run.byClockwork'),
    ...(note === null ? {} : { detail: note }),
  }));
  return (
    <>
      <RunPath stage={run.stage} />
      <Facts facts={factsOf(run, t)} />
      {run.appeals.length > 0 && (
        <Section title={t('desk.run.openAppeals')}>
          <Appeals appeals={run.appeals} words={words} runId={run.id} />
        </Section>
      )}
      <Section title={t('desk.run.story')}>
        <Timeline entries={steps} />
      </Section>
      <p className="run-drawer__link">
        <Link to="/assessments/runs/$runId" params={{ runId: run.id }}>
          {t('desk.run.toRanking')}
        </Link>
      </p>
    </>
  );
}

function factsOf(run: RunDetail, t: Words): Fact[] {
  const due = (day: string | null) => day ?? t('desk.none');
  return [
    { label: t('desk.run.knownAt'), value: instantText(run.knownAt) },
    { label: t('desk.run.computedAt'), value: instantText(run.computedAt) },
    { label: t('desk.run.confirmDueOn'), value: due(run.confirmDueOn) },
    { label: t('desk.run.appealDueOn'), value: due(run.appealDueOn) },
    { label: t('desk.run.confirmed'), value: t('desk.run.confirmedOf', { confirmed: run.confirmed, unconfirmed: run.unconfirmed }) },
    { label: t('desk.run.openAppeals'), value: t('desk.run.appealsCount', { count: run.openAppeals }) },
    ...(run.reason === null ? [] : [{ label: t('desk.run.reason'), value: run.reason, wide: true }]),
    ...(run.restatesId === null
      ? []
      : [
          {
            label: t('desk.run.restates'),
            value: (
              <Link to="/assessments/runs/$runId" params={{ runId: run.restatesId }}>
                {t('desk.run.original')}
              </Link>
            ),
          },
        ]),
  ];
}
